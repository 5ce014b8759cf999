// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace amb {

/// What is shown when the program was started without an instance: a way to name one, and the demo.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// Says why the instance could not be opened; what was typed stays.
    void showError(const QString &text);

signals:
    void openRequested(const QString &address, const QString &user, const QString &password);
    void demoRequested();

private:
    void build();
    void submit();

    QLineEdit *m_address;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLabel *m_error;
};

} // namespace amb
