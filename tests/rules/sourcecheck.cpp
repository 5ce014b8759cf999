// SPDX-License-Identifier: MIT
#include "tests/rules/sourcecheck.h"

#include "tests/rules/layers.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// Words that have no place in our code; written in two halves so that this file may name them.
struct Ban
{
    QRegularExpression word;
    QString reason;
};

const QList<Ban> &bans()
{
    const QString wait = u"waits for a time and not for what should happen"_s;
    const QString nested = u"runs an event loop inside an event loop"_s;
    static const QList<Ban> table{
        {QRegularExpression(u"\\bq"
                            u"Wait\\("_s),
         wait},
        {QRegularExpression(u"\\bq"
                            u"Sleep\\("_s),
         wait},
        {QRegularExpression(u"\\b[mu]?sle"
                            u"ep(_for|_until)?\\("_s),
         wait},
        {QRegularExpression(u"\\bprocess"
                            u"Events\\b"_s),
         nested},
        {QRegularExpression(u"\\bQEvent"
                            u"Loop\\b"_s),
         nested},
        {QRegularExpression(u"\\bignore"
                            u"SslErrors\\b"_s),
         u"accepts any certificate"_s},
        {QRegularExpression(u"\\bQ"
                            u"SKIP\\b"_s),
         u"leaves a test out"_s},
        {QRegularExpression(u"\\bq"
                            u"Debug\\("_s),
         u"logs outside of the categories"_s},
    };
    return table;
}

bool isCpp(const QString &path)
{
    return path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1);
}

bool isScript(const QString &path)
{
    return path == "dev"_L1 || path == ".ci/run"_L1;
}

bool isSource(const QString &path)
{
    return isCpp(path) || isScript(path) || path.endsWith(".mjs"_L1) || path.endsWith(".cmake"_L1)
        || path.endsWith("CMakeLists.txt"_L1);
}

/// The Qt module that a header in angle brackets belongs to; empty when it is not Qt's.
QString qtModule(const QString &header)
{
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    const QStringList modules{
        u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtNetwork"_s, u"QtWebSockets"_s};
    for (const QString &module : modules) {
        if (header == module || header.startsWith(module + u'/')
            || QFile::exists(headers + u'/' + module + u'/' + header))
            return module;
    }
    return {};
}

QString checkInclude(const Layer &layer, const QString &line)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    const QRegularExpressionMatch match = include.match(line);
    if (!match.hasMatch())
        return {};
    const QString header = match.captured(2);
    if (match.captured(1) != "<"_L1) {
        return mayInclude(layer, header) ? QString()
                                         : u"%1 must not include %2"_s.arg(layer.folder, header);
    }
    const QString module = qtModule(header);
    if (layer.qtModules.contains(module))
        return u"%1 must not include <%2> of %3"_s.arg(layer.folder, header, module);
    if (layer.qtHeaders.contains(header.section(u'/', -1)))
        return u"%1 must not include <%2>"_s.arg(layer.folder, header);
    return {};
}

QStringList checkWords(const QString &line)
{
    QStringList found;
    const QString code = line.section("//"_L1, 0, 0);
    for (const Ban &ban : bans()) {
        const QRegularExpressionMatch match = ban.word.match(code);
        if (match.hasMatch())
            found += u"%1 %2"_s.arg(match.captured(), ban.reason);
    }
    return found;
}

QString checkHead(const QString &path, const QStringList &lines)
{
    const QString licence = (isCpp(path) || path.endsWith(".mjs"_L1) ? u"// "_s : u"# "_s)
        + u"SPDX-License-Identifier: MIT"_s;
    if (lines.value(isScript(path) ? 1 : 0) != licence)
        return u"does not begin with the licence line"_s;
    if (path.endsWith(".h"_L1) && lines.value(1) != "#pragma once"_L1)
        return u"#pragma once does not follow the licence line"_s;
    return {};
}

} // namespace

QStringList sourceFiles(const QString &root)
{
    QStringList files;
    for (const QString &single : {u"dev"_s, u".ci/run"_s, u"CMakeLists.txt"_s}) {
        if (QFileInfo::exists(root + u'/' + single))
            files += single;
    }
    for (const QString &folder : {u"app"_s, u"cmake"_s, u"core"_s, u"tests"_s, u"ui"_s}) {
        QDirIterator walk(root + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next().sliced(root.size() + 1);
            if (isSource(path))
                files += path;
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

QStringList violations(const QString &path, const QString &text)
{
    QStringList found;
    const QStringList lines = text.split(u'\n');
    const QString head = checkHead(path, lines);
    if (!head.isEmpty())
        found += u"%1:1: %2"_s.arg(path, head);
    if (!isCpp(path))
        return found;

    const Layer *layer = layerOf(path);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QStringList wrong = checkWords(lines.at(i));
        if (layer)
            wrong += checkInclude(*layer, lines.at(i));
        wrong.removeAll(QString());
        for (const QString &each : wrong)
            found += u"%1:%2: %3"_s.arg(path).arg(i + 1).arg(each);
    }
    return found;
}

QStringList violationsBelow(const QString &root)
{
    QStringList found;
    const QStringList files = sourceFiles(root);
    for (const QString &path : files) {
        QFile file(root + u'/' + path);
        if (file.open(QIODevice::ReadOnly))
            found += violations(path, QString::fromUtf8(file.readAll()));
        else
            found += u"%1:1: cannot be read: %2"_s.arg(path, file.errorString());
    }
    return found;
}

} // namespace amb
