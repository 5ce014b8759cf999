// SPDX-License-Identifier: MIT
#include "ui/widgets/actionlist.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

void collect(const QList<QAction *> &actions, const QString &menu, QList<ActionEntry> &entries)
{
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        const QString title = plainTitle(action->text());
        if (action->menu() != nullptr)
            collect(action->menu()->actions(),
                    menu.isEmpty() ? title : menu + u" › "_s + title,
                    entries);
        else if (!title.isEmpty())
            entries.append({action, menu, title});
    }
}

} // namespace

QList<ActionEntry> actionsOf(const QMainWindow &window)
{
    QList<ActionEntry> entries;
    collect(window.menuBar()->actions(), {}, entries);
    return entries;
}

QString plainTitle(QString text)
{
    text.replace(u"&&"_s, QString(QChar(u'\x1f')));
    text.remove(u'&').remove(u'…');
    return text.replace(QChar(u'\x1f'), u'&').trimmed();
}

QKeySequence standardKey(QKeySequence::StandardKey key, const QKeySequence &fallback)
{
    const QList<QKeySequence> keys = QKeySequence::keyBindings(key);
    return keys.isEmpty() ? fallback : keys.constFirst();
}

} // namespace amb
