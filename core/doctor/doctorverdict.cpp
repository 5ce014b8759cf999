// SPDX-License-Identifier: MIT
#include "core/doctor/doctorverdict.h"

#include "core/doctor/situations.h"
#include "core/doctor/verdictwords.h"

#include <algorithm>

namespace amb {

namespace {

DoctorVerdict verdictFor(Situation situation,
                         std::optional<DoctorStep> step,
                         const DoctorFindings &f)
{
    DoctorVerdict verdict;
    verdict.situation = situation;
    verdict.grade = gradeOf(f);
    verdict.step = step;
    const VerdictWords words = wordsFor(situation, verdict.grade, f);
    verdict.text = words.text;
    verdict.advice = words.advice;
    return verdict;
}

Situation withoutTrouble(const DoctorFindings &f)
{
    if (f.wasStopped)
        return Situation::Stopped;
    return gradeOf(f) == Grade::WebSocket ? Situation::AllWell : Situation::Unknown;
}

} // namespace

DoctorVerdict judge(const DoctorFindings &findings)
{
    const auto rules = situationRules();
    const auto first = std::ranges::find_if(
        rules, [&findings](const SituationRule &rule) { return rule.holds(findings); });
    if (first == rules.end())
        return verdictFor(withoutTrouble(findings), std::nullopt, findings);
    DoctorVerdict verdict = verdictFor(first->situation, first->step, findings);
    for (auto rule = std::next(first); rule != rules.end(); ++rule) {
        if (!rule->mayAccompany || rule->situation == verdict.situation || !rule->holds(findings))
            continue;
        verdict.also.append(rule->situation);
        verdict.alsoTexts.append(wordsFor(rule->situation, verdict.grade, findings).inShort);
    }
    return verdict;
}

std::optional<DoctorVerdict> judgeStep(DoctorStep step, const DoctorFindings &findings)
{
    for (const SituationRule &rule : situationRules()) {
        if (rule.step == step && rule.holds(findings))
            return verdictFor(rule.situation, step, findings);
    }
    return std::nullopt;
}

} // namespace amb
