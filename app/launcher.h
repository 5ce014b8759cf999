// SPDX-License-Identifier: MIT
#pragma once

#include "app/connectionoptions.h"
#include "app/openinstance.h"
#include "app/profiledesk.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace amb {

class StartPage;

/// Opens instances and captures, each in a window of its own, and the start page where none was
/// named. Ends when the last window is closed and every goodbye is said.
class Launcher : public QObject
{
    Q_OBJECT

public:
    Launcher(ConnectionOptions options, ProfileStore store, std::unique_ptr<SecretStore> keychain);
    ~Launcher() override;

    /// Shows the first window.
    void launch();
    /// Reads the capture at path, a file or a folder, and shows it in a window of its own.
    void openCapture(const QString &path);
    /// Closes all windows.
    void quit();

    [[nodiscard]] const std::vector<std::unique_ptr<OpenInstance>> &instances() const
    {
        return m_instances;
    }

signals:
    void finished(); ///< no window is open any more

private:
    void openStartPage();
    void connectStartPage();
    void openGiven();
    void openDemo(ConnectionOptions options);
    void signInToDemo();
    void openProfile(const Profile &profile, const ProfileSecrets &secrets);
    /// The profile is what it was opened from; without an id where that is none.
    void open(OpenInstance::Parts parts, const Profile &profile = {});
    void signInAnew(OpenInstance *instance, Profile profile);
    void closeReplaced(const Profile &profile);
    void showCapture(Result<std::unique_ptr<CaptureStore>> opened, const QString &path);
    void adopt(std::unique_ptr<OpenInstance> opened);
    void placeBeside(MainWindow &window) const;
    void offerRecent();
    void forget(OpenInstance *instance);
    void notice(const QString &text);
    void finishWhenAllIsClosed();

    ConnectionOptions m_options;
    ProfileDesk m_desk;
    std::unique_ptr<DemoHost> m_demo; // one to sign in to by hand
    std::vector<std::unique_ptr<OpenInstance>> m_instances;
    std::unique_ptr<StartPage> m_startPage;
    QPointer<OpenInstance> m_refused; // whose sign-in is being changed
    std::vector<std::unique_ptr<QFutureWatcherBase>> m_readings; // of captures; keep it running
};

} // namespace amb
