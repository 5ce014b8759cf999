// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace amb {

/// Ways for a window to be given a recorded capture: a dialog, and files that are dropped on it.
class CaptureChooser : public QObject
{
    Q_OBJECT

public:
    /// Takes files that are dropped on window, which owns the chooser.
    explicit CaptureChooser(QWidget &window);

    /// Offers the captures that were recorded before, and any other file.
    void ask();

signals:
    /// A file or folder that may be a capture.
    void chosen(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
};

} // namespace amb
