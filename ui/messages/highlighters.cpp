// SPDX-License-Identifier: MIT
#include "ui/messages/highlighters.h"

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
    Q_DECLARE_TR_FUNCTIONS(amb::Highlighters)
};

/// What is beyond this of a message is not looked at: a row is coloured while it is painted.
constexpr qsizetype mostSearched = 64 * 1024;

struct HueName
{
    HighlightHue hue;
    QLatin1StringView name; ///< in the settings
    QRgb colour;
};

constexpr std::array hueNames{
    HueName{HighlightHue::Yellow, "yellow"_L1, 0xffd400},
    HueName{HighlightHue::Green, "green"_L1, 0x2fb344},
    HueName{HighlightHue::Blue, "blue"_L1, 0x2f80ed},
    HueName{HighlightHue::Purple, "purple"_L1, 0x9b51e0},
    HueName{HighlightHue::Red, "red"_L1, 0xeb4b4b},
    HueName{HighlightHue::Grey, "grey"_L1, 0x808080},
};

const HueName &nameOf(HighlightHue hue)
{
    return hueNames[std::min<size_t>(size_t(hue), hueNames.size() - 1)];
}

QRegularExpression patternOf(const Highlighter &rule)
{
    QRegularExpression::PatternOptions options = QRegularExpression::DontCaptureOption;
    if (!rule.isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(rule.isPattern ? rule.text : QRegularExpression::escape(rule.text),
                              options);
}

} // namespace

QString hueText(HighlightHue hue)
{
    switch (hue) {
    case HighlightHue::Yellow:
        return Words::tr("Yellow");
    case HighlightHue::Green:
        return Words::tr("Green");
    case HighlightHue::Blue:
        return Words::tr("Blue");
    case HighlightHue::Purple:
        return Words::tr("Purple");
    case HighlightHue::Red:
        return Words::tr("Red");
    case HighlightHue::Grey:
        return Words::tr("Grey");
    }
    return {};
}

QColor hueColor(HighlightHue hue, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor colour = QColor::fromRgb(nameOf(hue).colour);
    const float share = base.lightness() < 128 ? 0.30F : 0.26F;
    const auto mix = [share](float a, float b) {
        return a * share + b * (1.0F - share);
    };
    return QColor::fromRgbF(mix(colour.redF(), base.redF()),
                            mix(colour.greenF(), base.greenF()),
                            mix(colour.blueF(), base.blueF()));
}

std::optional<Error> Highlighter::problem() const
{
    if (text.isEmpty())
        return Error{ErrorKind::Input, Words::tr("Type the text to look for."), {}};
    const QRegularExpression pattern = patternOf(*this);
    if (pattern.isValid())
        return {};
    return Error{ErrorKind::Input,
                 Words::tr("The pattern is wrong at character %1: %2.")
                     .arg(pattern.patternErrorOffset() + 1)
                     .arg(pattern.errorString()),
                 {}};
}

void Highlighters::setRules(const QList<Highlighter> &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    m_patterns.clear();
    for (const Highlighter &rule : rules)
        m_patterns.append(rule.isEnabled && !rule.problem() ? patternOf(rule)
                                                            : QRegularExpression(u"("_s));
    emit changed();
}

int Highlighters::match(const QString &shown, QByteArrayView message) const
{
    if (m_rules.isEmpty())
        return -1;
    const QString text =
        shown + u'\n' + QString::fromUtf8(message.first(std::min(message.size(), mostSearched)));
    for (qsizetype i = 0; i < m_patterns.size(); ++i) {
        if (m_patterns.at(i).isValid() && m_patterns.at(i).match(text).hasMatch())
            return int(i);
    }
    return -1;
}

QByteArray Highlighters::save() const
{
    QJsonArray array;
    for (const Highlighter &rule : m_rules)
        array.append(QJsonObject{{u"text"_s, rule.text},
                                 {u"pattern"_s, rule.isPattern},
                                 {u"caseSensitive"_s, rule.isCaseSensitive},
                                 {u"hue"_s, nameOf(rule.hue).name},
                                 {u"enabled"_s, rule.isEnabled}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void Highlighters::restore(const QByteArray &saved)
{
    QList<Highlighter> rules;
    const QJsonArray array = QJsonDocument::fromJson(saved).array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        Highlighter rule;
        rule.text = object.value("text"_L1).toString();
        rule.isPattern = object.value("pattern"_L1).toBool();
        rule.isCaseSensitive = object.value("caseSensitive"_L1).toBool();
        rule.isEnabled = object.value("enabled"_L1).toBool(true);
        const QString hue = object.value("hue"_L1).toString();
        const auto known = std::ranges::find(hueNames, hue, &HueName::name);
        if (known != hueNames.end())
            rule.hue = known->hue;
        if (!rule.text.isEmpty())
            rules.append(rule);
    }
    setRules(rules);
}

} // namespace amb
