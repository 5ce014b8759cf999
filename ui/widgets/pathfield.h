// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;

namespace amb {

/// The path of a file, typed or chosen.
class PathField : public QWidget
{
    Q_OBJECT

public:
    /// The line bears name + "Path", the button name + "Browse".
    PathField(const QString &name, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    void setPlaceholderText(const QString &text);

signals:
    void changed();

private:
    void browse();

    QLineEdit *m_line;
    QString m_title;
};

} // namespace amb
