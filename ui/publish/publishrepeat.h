// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

class QPushButton;
class QSpinBox;

namespace amb {

/// Publishes again every few seconds until it is stopped; shows that it does, and how to stop it.
class PublishRepeat : public QWidget
{
    Q_OBJECT

public:
    explicit PublishRepeat(QWidget *parent = nullptr);

    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    /// Whether it can be started; what runs goes on.
    void setReady(bool ready, const QString &reason = {});
    void start();
    void stop();

signals:
    void startRequested();
    void due(); ///< at once and then every time
    void stopped();

private:
    void tell();

    QSpinBox *m_seconds;
    QPushButton *m_button;
    QTimer m_timer;
    int m_count = 0;
    bool m_isReady = false;
};

} // namespace amb
