// SPDX-License-Identifier: MIT
#include "ui/alerts/alertrules.h"

#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::AlertRules)
};

constexpr auto rulesKey = "alerts/rules"_L1;
constexpr qsizetype longestText = 2000;

struct KindName
{
    AlertRule::Kind kind;
    QLatin1StringView name; ///< in the settings
};

constexpr std::array kindNames{
    KindName{AlertRule::Kind::Message, "message"_L1},
    KindName{AlertRule::Kind::Connection, "connection"_L1},
    KindName{AlertRule::Kind::Transport, "transport"_L1},
    KindName{AlertRule::Kind::Silence, "silence"_L1},
};

QJsonObject toJson(const AlertRule &rule)
{
    const auto known = std::ranges::find(kindNames, rule.kind, &KindName::kind);
    return {{u"kind"_s, known == kindNames.end() ? QString() : QString(known->name)},
            {u"name"_s, rule.name},
            {u"text"_s, rule.text},
            {u"minutes"_s, rule.minutes},
            {u"enabled"_s, rule.isEnabled}};
}

std::optional<AlertRule> fromJson(const QJsonObject &object)
{
    const auto known =
        std::ranges::find(kindNames, object.value("kind"_L1).toString(), &KindName::name);
    if (known == kindNames.end())
        return {};
    AlertRule rule;
    rule.kind = known->kind;
    rule.name = object.value("name"_L1).toString().left(longestText);
    rule.text = object.value("text"_L1).toString().left(longestText);
    rule.minutes =
        std::clamp(object.value("minutes"_L1).toInt(rule.minutes), 1, AlertRule::mostMinutes);
    rule.isEnabled = object.value("enabled"_L1).toBool(true);
    return rule;
}

} // namespace

QString alertKindText(AlertRule::Kind kind)
{
    switch (kind) {
    case AlertRule::Kind::Message:
        return Words::tr("A message matches a filter");
    case AlertRule::Kind::Connection:
        return Words::tr("The connection is lost or back");
    case AlertRule::Kind::Transport:
        return Words::tr("The transport changes");
    case AlertRule::Kind::Silence:
        return Words::tr("A channel is silent");
    }
    return {};
}

QString AlertRule::title() const
{
    if (!name.trimmed().isEmpty())
        return name.trimmed();
    if (kind == Kind::Message && !text.trimmed().isEmpty())
        return text.trimmed();
    if (kind == Kind::Silence) {
        const QString time = durationText(std::chrono::minutes(minutes));
        return text.trimmed().isEmpty() ? Words::tr("Silence for %1 on a channel").arg(time)
                                        : Words::tr("Silence for %1: %2").arg(time, text.trimmed());
    }
    return alertKindText(kind);
}

std::optional<FilterProblem> AlertRule::problem() const
{
    if (kind != Kind::Message)
        return {};
    std::optional<FilterProblem> problem;
    const Filter filter = Filter::parse(text, problem);
    if (!problem && filter.isEverything())
        problem = FilterProblem{
            Words::tr("Type a filter as above the messages, for example priority:changed."),
            0,
            0,
            true};
    return problem;
}

AlertRules::AlertRules(QObject *parent)
    : QObject(parent)
{
    restore();
}

void AlertRules::setAll(const QList<AlertRule> &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    save();
    emit changed();
}

void AlertRules::restore()
{
    const QByteArray saved = m_settings.value(rulesKey).toByteArray();
    const QJsonArray array = QJsonDocument::fromJson(saved).array();
    for (const auto &value : array) {
        if (m_rules.size() == most)
            break;
        if (const auto rule = fromJson(value.toObject()))
            m_rules.append(*rule);
    }
}

void AlertRules::save()
{
    QJsonArray array;
    for (const AlertRule &rule : m_rules)
        array.append(toJson(rule));
    m_settings.setValue(rulesKey, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace amb
