// SPDX-License-Identifier: MIT
#pragma once

#include "core/doctor/verdictwords.h"

#include <QCoreApplication>

namespace amb {

/// The context of the verdicts' texts for translators.
struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(amb::DoctorVerdict)
};

/// The words of the situations below the bus, layer by layer; each takes those of its own alone.
namespace situationwords {

// ServiceNow's articles, as the dictionary of errors knows them.
QString kbWebSocket(); ///< how WebSocket works, and the property
QString kbOrigin(); ///< the origin filter, self-hosted
QString kbOverview(); ///< AMB, its polls and its test page
QString kbCookies(); ///< Cookie headers joined by a gateway
QString kbGateway(); ///< 504 on /amb/connect

VerdictWords networkWords(Situation situation, const DoctorFindings &f);
VerdictWords tlsWords(Situation situation, const DoctorFindings &f);
VerdictWords siteWords(Situation situation, const DoctorFindings &f);
VerdictWords sessionWords(Situation situation, const DoctorFindings &f);

} // namespace situationwords

} // namespace amb
