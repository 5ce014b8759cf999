// SPDX-License-Identifier: MIT
#include "ui/window/shortcuts.h"

#include <QAction>
#include <QEvent>
#include <QMainWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

QString settingsKey(const QAction &action)
{
    return u"shortcuts/"_s + action.objectName();
}

} // namespace

Shortcuts::Shortcuts(QMainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    restore();
    window.installEventFilter(this);
}

QList<ActionEntry> Shortcuts::entries() const
{
    QList<ActionEntry> entries = actionsOf(m_window);
    entries.removeIf([](const ActionEntry &entry) { return entry.action->objectName().isEmpty(); });
    return entries;
}

bool Shortcuts::isDefault(const QAction &action) const
{
    return action.shortcut() == defaultKey(action);
}

QKeySequence Shortcuts::defaultKey(const QAction &action) const
{
    const QList<QKeySequence> keys = m_defaults.value(action.objectName());
    return keys.isEmpty() ? QKeySequence() : keys.constFirst();
}

std::optional<ActionEntry> Shortcuts::ownerOf(const QKeySequence &key, const QAction &except) const
{
    if (key.isEmpty())
        return {};
    const QList<ActionEntry> all = entries();
    const auto owner = std::find_if(all.begin(), all.end(), [&](const ActionEntry &entry) {
        return entry.action != &except && entry.action->shortcuts().contains(key);
    });
    return owner == all.end() ? std::nullopt : std::optional(*owner);
}

QString Shortcuts::objection(const QKeySequence &key)
{
    if (key.isEmpty())
        return {};
    const QKeyCombination first = key[0];
    const bool isPlain = !(first.keyboardModifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    const bool isFunction = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
    if (first.key() == Qt::Key_unknown || first.key() == Qt::Key(0))
        return tr("This key is not known. Press another one.");
    if (isPlain && !isFunction)
        return tr("%1 alone is needed for typing and moving. Press it with Ctrl or Alt, or press a "
                  "function key.")
            .arg(key.toString(QKeySequence::NativeText));
    return {};
}

void Shortcuts::assign(QAction &action, const QKeySequence &key)
{
    if (const auto owner = ownerOf(key, action))
        set(*owner->action, {});
    set(action, key);
    emit changed();
}

void Shortcuts::reset(QAction &action)
{
    assign(action, defaultKey(action));
}

void Shortcuts::resetAll()
{
    const QList<ActionEntry> all = entries();
    for (const ActionEntry &entry : all)
        set(*entry.action, defaultKey(*entry.action));
    emit changed();
}

void Shortcuts::set(QAction &action, const QKeySequence &key)
{
    give(action, key);
    if (isDefault(action))
        m_settings.remove(settingsKey(action));
    else
        m_settings.setValue(settingsKey(action), key.toString(QKeySequence::PortableText));
}

void Shortcuts::give(QAction &action, const QKeySequence &key) const
{
    // With the first of its default keys an action gets the others back.
    if (key == defaultKey(action))
        action.setShortcuts(m_defaults.value(action.objectName()));
    else
        action.setShortcut(key);
}

void Shortcuts::restore()
{
    const QList<ActionEntry> all = entries();
    for (const ActionEntry &entry : all) {
        if (!m_defaults.contains(entry.action->objectName()))
            m_defaults.insert(entry.action->objectName(), entry.action->shortcuts());
        const QVariant saved = m_settings.value(settingsKey(*entry.action));
        const QString text = saved.toString();
        const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
        // An empty text was written when the key was taken away.
        const bool isRight = saved.isValid() && saved.typeId() == QMetaType::QString
            && key.count() <= 1 && key.isEmpty() == text.isEmpty() && objection(key).isEmpty();
        const QKeySequence wanted = isRight ? key : defaultKey(*entry.action);
        if (entry.action->shortcut() != wanted)
            give(*entry.action, wanted);
    }
}

bool Shortcuts::eventFilter(QObject *watched, QEvent *event)
{
    // Another window may have been where keys were chosen.
    if (event->type() == QEvent::WindowActivate)
        restore();
    return QObject::eventFilter(watched, event);
}

} // namespace amb
