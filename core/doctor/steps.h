// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/doctorsteprun.h"

/// Makes the run of each step; makeStep() chooses among them.
namespace amb::steps {

std::unique_ptr<DoctorStepRun> lookup(DoctorContext &context);
std::unique_ptr<DoctorStepRun> tcp(DoctorContext &context);
std::unique_ptr<DoctorStepRun> proxy(DoctorContext &context);
std::unique_ptr<DoctorStepRun> tls(DoctorContext &context);
std::unique_ptr<DoctorStepRun> http(DoctorContext &context);
std::unique_ptr<DoctorStepRun> signIn(DoctorContext &context);
std::unique_ptr<DoctorStepRun> upgrade(DoctorContext &context);
std::unique_ptr<DoctorStepRun> frames(DoctorContext &context);
std::unique_ptr<DoctorStepRun> handshake(DoctorContext &context, TransportType type);
std::unique_ptr<DoctorStepRun> connect(DoctorContext &context);
std::unique_ptr<DoctorStepRun> echo(DoctorContext &context, TransportType type);
std::unique_ptr<DoctorStepRun> clock(DoctorContext &context);
std::unique_ptr<DoctorStepRun> latency(DoctorContext &context);
std::unique_ptr<DoctorStepRun> hold(DoctorContext &context, TransportType type);

} // namespace amb::steps
