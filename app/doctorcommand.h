// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctor.h"
#include "core/result.h"

#include <QCommandLineParser>
#include <QObject>

namespace amb {

struct MonitorOptions;

/// `ambcat --doctor`: runs the connection doctor and prints each step as it ends, then the verdict.
class DoctorCommand : public QObject
{
    Q_OBJECT

public:
    /// What the command line says of it.
    struct Options
    {
        bool withHold = false;
        bool withEvidence = false;
        QString report; ///< a file to write, .html or .json; empty: none
    };

    static void addTo(QCommandLineParser &parser);
    [[nodiscard]] static bool isAsked(const QCommandLineParser &parser);
    static Result<Options> read(const QCommandLineParser &parser);

    DoctorCommand(const MonitorOptions &monitor, Options options, QObject *parent = nullptr);

    void start();
    void stop();

signals:
    /// 0 works over WebSocket, 1 by fallback, 3 stopped before that was known, 4 does not work,
    /// 2 the report could not be written.
    void finished(int exitCode);

private:
    void printStep(const StepReport &step) const;
    void conclude(const DoctorReport &report);

    Options m_options;
    Doctor m_doctor;
};

} // namespace amb
