// SPDX-License-Identifier: MIT
#include "core/decode/jsonwords.h"

#include "core/jsontext.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

constexpr qsizetype longestSaidValue = 60;
constexpr qsizetype sysIdSize = 32;
constexpr int deepest = 32;

/// Writes compact JSON until there is enough of it.
class BoundedWriter
{
public:
    explicit BoundedWriter(qsizetype enough)
        : m_enough(enough)
    { }

    void write(const QJsonValue &value, int depth = 0)
    {
        if (isDone())
            return;
        if (value.isObject() || value.isArray()) {
            if (depth == deepest)
                m_text += u'…';
            else if (value.isObject())
                writeObject(value.toObject(), depth);
            else
                writeArray(value.toArray(), depth);
        } else if (value.isString()) {
            writeString(value.toString());
        } else {
            m_text += value.isNull() ? u"null"_s : value.toVariant().toString();
        }
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    [[nodiscard]] bool isDone() const { return m_text.size() > m_enough; }

    void writeString(const QString &text)
    {
        m_text += QString::fromUtf8(jsonString(text.left(m_enough + 1).toUtf8()));
    }

    void writeObject(const QJsonObject &object, int depth)
    {
        m_text += u'{';
        for (auto it = object.begin(); it != object.end() && !isDone(); ++it) {
            if (it != object.begin())
                m_text += u',';
            writeString(it.key());
            m_text += u':';
            write(it.value(), depth + 1);
        }
        m_text += u'}';
    }

    void writeArray(const QJsonArray &array, int depth)
    {
        m_text += u'[';
        for (qsizetype i = 0; i < array.size() && !isDone(); ++i) {
            if (i > 0)
                m_text += u',';
            write(array.at(i), depth + 1);
        }
        m_text += u']';
    }

    QString m_text;
    qsizetype m_enough;
};

/// Names whose words are not theirs spelled out; of names with dots the whole, without "ext.".
QString specialLabel(const QString &name)
{
    static const QHash<QString, const char *> labels{
        {u"sys_id"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Sys ID")},
        {u"sys_created_by"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Created by")},
        {u"sys_created_on"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Created on")},
        {u"sys_updated_by"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Updated by")},
        {u"sys_updated_on"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Updated on")},
        {u"sys_mod_count"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Updates so far")},
        {u"sys_class_name"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Class")},
        {u"ua"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Browser")},
        {u"ext.sys_id"_s, QT_TRANSLATE_NOOP("amb::Decoders", "AMB message")},
        {u"sent_by"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Sending process")},
        {u"ext.processed_by_glide"_s,
         QT_TRANSLATE_NOOP("amb::Decoders", "Processed by the instance")},
        {u"ext.rejected_by_glide"_s,
         QT_TRANSLATE_NOOP("amb::Decoders", "Rejected by the instance")},
        {u"ext.glide.amb.active"_s, QT_TRANSLATE_NOOP("amb::Decoders", "AMB is switched on")},
        {u"ext.glide.amb.login.window.override"_s,
         QT_TRANSLATE_NOOP("amb::Decoders", "Login window is suppressed")},
        {u"ext.session.touch.http"_s,
         QT_TRANSLATE_NOOP("amb::Decoders", "HTTP session is to be touched")},
        {u"ext.glide.amb.reply.status.code"_s, QT_TRANSLATE_NOOP("amb::Decoders", "Status code")},
        {u"ext.glide.amb.reply.status.message"_s,
         QT_TRANSLATE_NOOP("amb::Decoders", "Status message")},
    };
    const char *label = labels.value(name);
    if (!label)
        label = labels.value(name.section(u'.', -1));
    return label ? Words::tr(label) : QString();
}

/// Whether a word begins at i: at "N" of "averageName", at "S" of "QLSubscription".
bool isHump(const QString &name, qsizetype i)
{
    if (i == 0 || !name.at(i).isUpper())
        return false;
    const QChar previous = name.at(i - 1);
    return previous.isLower()
        || (previous.isUpper() && i + 1 < name.size() && name.at(i + 1).isLower());
}

/// Underscores and the humps of camel case become spaces.
QString spelledOut(const QString &name)
{
    QString words;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        if (c != u'_' && !isHump(name, i)) {
            words += c;
            continue;
        }
        words += u' ';
        if (c != u'_') {
            const bool isAcronym = i + 1 < name.size() && name.at(i + 1).isUpper();
            words += isAcronym ? c : c.toLower();
        }
    }
    QStringList list = oneLine(words, longestSaidValue).split(u' ');
    for (QString &word : list) {
        if (word.compare("id"_L1, Qt::CaseInsensitive) == 0)
            word = u"ID"_s;
    }
    return list.join(u' ');
}

} // namespace

QString cleanText(QString text, qsizetype longest)
{
    const bool isCut = text.size() > longest;
    if (isCut)
        text.truncate(longest - 1);
    text.replace("\r\n"_L1, "\n"_L1);
    for (QChar &c : text) {
        const auto category = c.category();
        if (c == u'\r' || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph)
            c = u'\n';
        else if ((category == QChar::Other_Control && c != u'\n')
                 || category == QChar::Other_Format)
            c = u' ';
    }
    if (isCut) {
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
        text += u'…';
    }
    return text;
}

QString textOf(const QJsonValue &value, qsizetype longest)
{
    if (value.isUndefined())
        return {};
    if (value.isString())
        return cleanText(value.toString(), longest);
    BoundedWriter writer(longest);
    writer.write(value);
    return cleanText(writer.text(), longest);
}

QString lineOf(const QJsonValue &value, qsizetype longest)
{
    return oneLine(textOf(value, longest * 2), longest);
}

FieldValue fieldValue(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto display = object.constFind("display_value"_L1);
    const auto raw = object.constFind("value"_L1);
    const bool isPair = object.size() <= 3
        && (display != object.constEnd() || (raw != object.constEnd() && object.size() == 1));
    if (!isPair) {
        const QString text = textOf(value);
        return {text, text};
    }
    const QJsonValue rawValue = raw != object.constEnd() ? raw.value() : display.value();
    const QJsonValue shown = display != object.constEnd() ? display.value() : rawValue;
    return {shown.isNull() ? QString() : textOf(shown),
            rawValue.isNull() ? QString() : textOf(rawValue)};
}

QString labelOf(const QString &name)
{
    // Whatever its length, the end tells what it is.
    constexpr qsizetype longestRead = 400;
    if (name.size() > longestRead)
        return labelOf(name.right(longestRead));
    if (const QString special = specialLabel(name); !special.isEmpty())
        return special;
    const QString last = name.section(u'.', -1);
    QString label = spelledOut(last.endsWith("_id"_L1) && last.size() > 3 ? last.chopped(3) : last);
    if (label.isEmpty())
        return oneLine(name, longestSaidValue);
    label[0] = label.at(0).toUpper();
    return label;
}

QString wordsOf(const QString &name)
{
    QString label = labelOf(name);
    // "IP address" keeps its capitals.
    if (!label.isEmpty() && (label.size() == 1 || !label.at(1).isUpper()))
        label[0] = label.at(0).toLower();
    return label;
}

QString shortId(const QString &id)
{
    constexpr qsizetype shown = 8;
    constexpr qsizetype longest = 40;
    return id.size() == sysIdSize ? id.left(shown) + u'…' : oneLine(id, longest);
}

QString saidValue(const QString &text)
{
    const QString line = oneLine(text, longestSaidValue);
    return line.isEmpty() ? Words::tr("(empty)") : line;
}

QString durationWords(qint64 seconds)
{
    seconds = std::max<qint64>(seconds, 0);
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (hours > 0)
        return Words::tr("%1 h %2 min")
            .arg(QString::number(hours), QString::number(minutes % 60).rightJustified(2, u'0'));
    if (minutes == 0)
        return Words::tr("%1 s").arg(seconds);
    const QString whole = Words::tr("%1 min").arg(minutes);
    return seconds % 60 == 0 ? whole : Words::tr("%1 %2 s").arg(whole).arg(seconds % 60);
}

} // namespace amb
