// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"
#include "core/instance/profilesecrets.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace amb {

class FormRows;
class ProfileMore;
class SignInFields;

/// An instance to be named, signed in to and marked: the few fields that matter first, the rest
/// under "More". It only asks; what follows is done by who opened it.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose {
        New, ///< nothing is saved of it yet
        Edit, ///< a saved one
        Passing, ///< not to be kept unless that is wished
    };

    ProfileDialog(const Profile &profile, Purpose purpose, QWidget *parent = nullptr);
    ~ProfileDialog() override;

    /// What was kept before and need not be typed again. It is for this instance and user alone:
    /// with another address it is not offered.
    void setKept(const ProfileSecrets &kept);
    /// Why no keychain can be used, or empty; called when that is known.
    void setKeychainTrouble(const QString &why);
    /// One line over the form, such as what to type here.
    void setAdvice(const QString &text);

    [[nodiscard]] Profile profile() const;
    /// What was typed, and what was kept where nothing was typed.
    [[nodiscard]] ProfileSecrets secrets() const;
    [[nodiscard]] bool keepsInList() const;

    void showTestRunning();
    void showTestResult(bool isGood, const QString &text);
    /// Something that was wished could not be done.
    void showTrouble(const QString &text);

signals:
    void testRequested();
    void testStopRequested();
    void saveRequested();
    void connectRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildMain();
    void buildButtons();
    void fillIn();
    void buildResult();
    void onChanged();
    bool checkAll();
    void checkAddress(bool all);
    void showResult(bool isGood, const QString &text);
    void showMore(bool visible);
    [[nodiscard]] bool isSameInstance() const;
    void bringIntoView(QWidget *field, int margin);
    void fitHeight();

    Profile m_before;
    Purpose m_purpose;
    ProfileSecrets m_kept;
    QLabel *m_advice;
    QScrollArea *m_area;
    std::unique_ptr<FormRows> m_rows;
    QLineEdit *m_address;
    QLineEdit *m_name;
    QComboBox *m_colour;
    QCheckBox *m_production;
    SignInFields *m_signIn;
    QToolButton *m_moreButton;
    ProfileMore *m_more;
    QCheckBox *m_keep;
    QWidget *m_result;
    QLabel *m_resultSign;
    QLabel *m_resultText;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_connect;
    bool m_isTesting = false;
    bool m_isAddressTouched = false;
};

} // namespace amb
