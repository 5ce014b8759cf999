// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/busopener.h"

#include <QElapsedTimer>

namespace amb {

/// One connect held by the server over a connection without any other traffic, to see who ends it.
class HeldConnect : public QObject
{
    Q_OBJECT

public:
    HeldConnect(DoctorContext &context, TransportType type);

    /// Begins one over each transport that works, together, unless they run already.
    static void beginAll(DoctorContext &context);

    void begin();
    [[nodiscard]] bool isOver() const { return m_isOver; }
    [[nodiscard]] BusFindings::Hold result() const { return m_result; }
    [[nodiscard]] std::chrono::milliseconds heldFor() const;
    [[nodiscard]] int httpStatus() const { return m_httpStatus; }
    [[nodiscard]] QString how() const { return m_how; } ///< in words

signals:
    void finished();

private:
    void hold();
    void take(const BusReply &reply);
    void end(BusFindings::Hold result, const QString &how);

    DoctorContext &m_context;
    TransportType m_type;
    BusOpener m_opener;
    std::unique_ptr<BusProbe> m_bus;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_heldFor{};
    BusFindings::Hold m_result = BusFindings::Hold::Untried;
    int m_httpStatus = 0;
    QString m_how;
    bool m_isOver = false;
};

} // namespace amb
