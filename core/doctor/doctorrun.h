// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorsteprun.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace amb {

/// One run of the doctor's steps, one after the other, in the thread it lives in.
class DoctorRun : public QObject
{
    Q_OBJECT

public:
    explicit DoctorRun(DoctorOptions options);
    ~DoctorRun() override;

    void start();

signals:
    void stepStarted(amb::DoctorStep step);
    void stepFinished(const amb::StepReport &report, const amb::DoctorFindings &findings);
    void finished();

private:
    void next();
    void run(DoctorStep step);
    void skip(DoctorStep step, const QString &why);
    void endStep();
    void emitReport(StepReport report);
    /// Why a step makes no sense after what was found; empty where it does.
    [[nodiscard]] QString skipReason(DoctorStep step) const;

    DoctorOptions m_options;
    std::unique_ptr<DoctorContext> m_context;
    std::unique_ptr<DoctorStepRun> m_step;
    QList<DoctorStep> m_left;
    DoctorStep m_current{};
    Timestamp m_begun{};
    QElapsedTimer m_clock;
    QTimer m_limit;
};

} // namespace amb

Q_DECLARE_METATYPE(amb::DoctorFindings)
