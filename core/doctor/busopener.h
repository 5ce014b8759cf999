// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorsteprun.h"

#include <functional>
#include <memory>

namespace amb {

/// Makes a Bayeux client of its own over a fresh connection: upgrade, handshake, first connect.
class BusOpener : public QObject
{
    Q_OBJECT

public:
    /// With a client, or with none and why.
    using Then = std::function<void(std::unique_ptr<BusProbe> bus, const QString &trouble)>;

    explicit BusOpener(DoctorContext &context, QObject *parent = nullptr);

    /// then is called once, never from within this call.
    void open(TransportType type, Then then);

private:
    void handshake();
    void finish(const QString &trouble);

    DoctorContext &m_context;
    std::unique_ptr<UpgradeProbe> m_upgrade;
    std::unique_ptr<BusProbe> m_bus;
    Then m_then;
};

} // namespace amb
