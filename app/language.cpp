// SPDX-License-Identifier: MIT
#include "app/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

const QString translatorName = u"languageTranslator"_s;

QString codeOf(const QString &locale)
{
    return locale.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
}

/// English where none of the system's languages is known.
QString systemLanguage(const QStringList &known)
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &locale : wanted) {
        if (known.contains(codeOf(locale)))
            return codeOf(locale);
    }
    return u"en"_s;
}

void install(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    translator->setObjectName(translatorName);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList knownLanguages()
{
    QStringList known{u"en"_s};
    const QStringList files = QDir(u":/i18n"_s).entryList({u"amb-monitor_*.qm"_s});
    for (const QString &file : files)
        known.append(file.section(u'_', 1).section(u'.', 0, 0));
    return known;
}

std::optional<Error> useLanguage(const QString &code)
{
    const QStringList known = knownLanguages();
    const QString wanted = code.isEmpty() ? systemLanguage(known) : codeOf(code);
    if (!known.contains(wanted))
        return Error{ErrorKind::Input,
                     QCoreApplication::translate(
                         "amb::Language", "There is no translation \"%1\". Choose one of: %2.")
                         .arg(code, known.join(u", "_s)),
                     {}};
    const auto before = qApp->findChildren<QTranslator *>(translatorName);
    for (QTranslator *translator : before)
        delete translator;
    if (!code.isEmpty())
        QLocale::setDefault(QLocale(code));
    if (wanted == u"en"_s)
        return {};
    // Qt's own words, on buttons of dialogs; ours win where both have one.
    install(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"amb-monitor_"_s + wanted, u":/i18n"_s);
    return {};
}

} // namespace amb
