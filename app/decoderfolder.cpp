// SPDX-License-Identifier: MIT
#include "app/decoderfolder.h"

#include "core/decode/decoderule.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::DecoderFolder)
};

constexpr qint64 largestFile = 1'000'001; // one more than a file of rules may have

Result<QList<DecodeRule>> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::Storage, Words::tr("it cannot be read: %1.").arg(file.errorString()), {}};
    return parseDecodeRules(file.read(largestFile));
}

} // namespace

QString decoderFolder()
{
    // ambcat has a folder of its own beside it, but the rules are the same for both.
    const QDir own(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    return QDir::cleanPath(own.filePath(u"../amb-monitor/decoders"_s));
}

UserDecoders readDecoders(const QString &folder)
{
    UserDecoders read;
    QList<DecodeRule> rules;
    const QDir dir(folder);
    const QStringList names = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = dir.filePath(name);
        auto fromFile = readFile(path);
        if (fromFile)
            rules += std::move(fromFile).value();
        else
            read.errors.append(Words::tr("Decoding rules left out: %1, %2")
                                   .arg(QDir::toNativeSeparators(path), fromFile.error().text));
    }
    read.decoders = std::make_shared<const Decoders>(std::move(rules));
    return read;
}

} // namespace amb
