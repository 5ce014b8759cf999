// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace amb {

/// Stands between a production instance and what is published to it: publishing is off until it is
/// switched on for the session, and each publish is asked for. Hidden for other instances.
class PublishGuard : public QFrame
{
    Q_OBJECT

public:
    explicit PublishGuard(QWidget *parent = nullptr);

    void setProduction(const QString &instance);
    [[nodiscard]] bool isProduction() const { return !m_instance.isEmpty(); }
    /// Whether something may be published; each time it is asked for all the same.
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Asks whether this is to be published; approved() or declined() follow.
    void ask(const QString &question);
    [[nodiscard]] bool isAsking() const { return m_isAsking; }

signals:
    void approved();
    void declined();
    void auditRequested();
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer(bool isYes);
    void tell();

    QString m_instance;
    QString m_question;
    QLabel *m_text;
    QPushButton *m_switchButton;
    QPushButton *m_yesButton;
    QPushButton *m_noButton;
    QPushButton *m_auditButton;
    bool m_isOn = false;
    bool m_isAsking = false;
};

} // namespace amb
