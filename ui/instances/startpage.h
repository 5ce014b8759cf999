// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace amb {

class CaptureChooser;
class InstanceList;
class NoticeBar;

/// Where one begins: what the program is for, the saved instances, a way to name another one, and
/// the demo.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setProfiles(const QList<Profile> &profiles);
    /// Says what happened, over the list; what was typed stays. An empty text takes it back.
    void showNotice(const QString &text);

signals:
    void openRequested(const QString &id);
    void newRequested();
    void editRequested(const QString &id);
    void removeRequested(const QString &id); ///< confirmed
    void connectRequested(const QString &addressOrName);
    void demoRequested();
    void demoSignInRequested(); ///< to the demo instance as to a real one
    void openCaptureRequested(const QString &path);
    void importRequested(const QString &path);
    void exportRequested(const QString &path);
    void becameActive();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *makeHead();
    QVBoxLayout *makeListButtons();
    QHBoxLayout *makeConnectRow();
    QHBoxLayout *makeDemoRow();
    QPushButton *makeButton(const QString &text, const QString &objectName);
    void submit();
    void askToRemove();
    void chooseImport();
    void chooseExport();
    void refreshButtons();

    CaptureChooser *m_captures;
    NoticeBar *m_notice;
    InstanceList *m_list;
    QLineEdit *m_address;
    QPushButton *m_connect = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace amb
