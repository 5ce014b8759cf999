// SPDX-License-Identifier: MIT
#include "ui/messages/owncolumns.h"

#include "core/decode/jsonwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::OwnColumns)
};

constexpr qsizetype longestText = 500;
constexpr qsizetype longestTitle = 100;
/// A screenful of such messages is parsed while the list scrolls.
constexpr qsizetype largestMessage = 256LL * 1024;

} // namespace

QString OwnColumn::textIn(const QJsonValue &message) const
{
    const QJsonValue value = path.in(message);
    return value.isUndefined() ? QString() : lineOf(value, longestText);
}

QString OwnColumn::usualTitle(const QString &path)
{
    // A value of a record comes as a pair; the name that tells something stands before.
    for (const QLatin1StringView half : {".display_value"_L1, ".value"_L1}) {
        const QString whole = path.chopped(path.endsWith(half) ? half.size() : 0);
        if (whole != path && whole.contains(u"record."_s))
            return usualTitle(whole);
    }
    const qsizetype end = path.endsWith(u"\"]"_s) ? path.size() - 2 : path.size();
    const qsizetype begin = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'"', end - 1)) + 1;
    return path.mid(begin, end - begin);
}

QStringList OwnColumns::textsIn(const QByteArray &message) const
{
    QStringList texts;
    if (m_columns.isEmpty())
        return texts;
    const bool isLarge = message.size() > largestMessage;
    const QJsonDocument document = isLarge ? QJsonDocument() : QJsonDocument::fromJson(message);
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const OwnColumn &column : m_columns)
        texts.append(isLarge ? Words::tr("(large message)") : column.textIn(value));
    return texts;
}

QByteArray OwnColumns::save() const
{
    QJsonArray array;
    for (const OwnColumn &column : m_columns)
        array.append(QJsonObject{{u"title"_s, column.title}, {u"path"_s, column.path.text()}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

OwnColumns OwnColumns::restored(const QByteArray &saved)
{
    OwnColumns columns;
    const QJsonArray array = QJsonDocument::fromJson(saved).array();
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        const auto path = JsonPath::parse(object.value("path"_L1).toString());
        const QString title = object.value("title"_L1).toString().left(longestTitle);
        if (path && !title.trimmed().isEmpty() && columns.count() < most)
            columns.append({title, *path});
    }
    return columns;
}

} // namespace amb
