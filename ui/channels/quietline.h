// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/wording.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace amb {

/// Says in a few lines whether something is quiet or dead. Asks to be told anew every second, but
/// only while somebody can see it.
class QuietLine : public QWidget
{
    Q_OBJECT

public:
    explicit QuietLine(QWidget *parent = nullptr);

    /// Facts are shown on hover.
    void setSaying(const Saying &saying, const QString &facts);
    [[nodiscard]] QString text() const;

signals:
    void refreshRequested(); ///< also when it gets visible

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintSign();

    QLabel *m_sign;
    QLabel *m_text;
    QTimer m_timer;
    Saying m_saying;
};

} // namespace amb
