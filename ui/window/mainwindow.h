// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "ui/connection/windowidentity.h"

#include <QMainWindow>
#include <QStringList>

#include <memory>

namespace amb {

class ChannelName;
class Decoders;
class Monitor;

/// The window of one instance: connection bar, channels, messages, inspector, publish pane.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The monitor must outlive the window. knownChannels are offered for completion.
    MainWindow(Monitor &monitor,
               const QStringList &knownChannels,
               const WindowIdentity &identity = {},
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Says what messages mean with the rules of the user; errors tell which of them are left out.
    void setDecoders(const std::shared_ptr<const Decoders> &decoders, const QStringList &errors);
    [[nodiscard]] const WindowIdentity &identity() const;
    /// The saved instances that the File menu offers.
    void setRecent(const QList<amb::RecentInstance> &instances);

signals:
    void openCaptureRequested(const QString &path);
    void signInRequested(); ///< with something else than what was refused
    void openInstanceRequested(); ///< another one, in a window of its own
    void openRecentRequested(const QString &id);
    void quitRequested(); ///< all windows
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace amb
