// SPDX-License-Identifier: MIT
#include "ui/boards/boardaccessible.h"

#include "ui/boards/boardcanvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// One lane or card.
class AccessibleItem : public QAccessibleInterface
{
public:
    AccessibleItem(BoardCanvas *canvas, BoardCanvas::Item item)
        : m_canvas(canvas)
        , m_item(std::move(item))
    { }

    [[nodiscard]] bool isValid() const override
    {
        return m_canvas && !m_canvas->spokenText(m_item).isEmpty();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override
    {
        return m_canvas ? m_canvas->window()->windowHandle() : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }
    [[nodiscard]] QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override
    {
        return nullptr;
    }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface * /*child*/) const override
    {
        return -1;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return m_canvas && kind == QAccessible::Name ? m_canvas->spokenText(m_item) : QString();
    }
    void setText(QAccessible::Text /*kind*/, const QString & /*text*/) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!m_canvas)
            return {};
        const QRect place = m_canvas->placeOf(m_item);
        return {m_canvas->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override
    {
        return m_item.isLane ? QAccessible::Heading : QAccessible::ListItem;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        const BoardCanvas *const canvas = m_canvas.data();
        if (canvas == nullptr)
            return state;
        const BoardCanvas::Item current = canvas->current();
        if (current.card == m_item.card && (!m_item.isLane || current == m_item)) {
            state.selected = true;
            state.focused = canvas->hasFocus();
        }
        return state;
    }

private:
    QPointer<BoardCanvas> m_canvas;
    BoardCanvas::Item m_item;
};

/// The board as a list of lanes and cards.
class AccessibleBoard : public QAccessibleWidget
{
public:
    explicit AccessibleBoard(BoardCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
    { }

    ~AccessibleBoard() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }
    AccessibleBoard(const AccessibleBoard &) = delete;
    AccessibleBoard &operator=(const AccessibleBoard &) = delete;
    AccessibleBoard(AccessibleBoard &&) = delete;
    AccessibleBoard &operator=(AccessibleBoard &&) = delete;

    [[nodiscard]] int childCount() const override { return int(canvas()->items().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const QList<BoardCanvas::Item> items = canvas()->items();
        return index < 0 || index >= items.size() ? nullptr : interfaceOf(items.at(index));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<BoardCanvas::Item> items = canvas()->items();
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (interfaceOf(items.at(i)) == child)
                return int(i);
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = canvas()->viewport()->mapFromGlobal(QPoint(x, y));
        const BoardCanvas::Item item = canvas()->itemAt(place);
        return item.isValid() ? interfaceOf(item) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return canvas()->current().isValid() ? interfaceOf(canvas()->current()) : nullptr;
    }

private:
    [[nodiscard]] BoardCanvas *canvas() const { return static_cast<BoardCanvas *>(object()); }

    QAccessibleInterface *interfaceOf(const BoardCanvas::Item &item) const
    {
        const QString key = (item.isLane ? u"lane "_s + item.lane : u"card "_s + item.card);
        const auto known = m_items.constFind(key);
        if (known != m_items.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *made = new AccessibleItem(canvas(), item);
        m_items.insert(key, QAccessible::registerAccessibleInterface(made)); // owns it
        return made;
    }

    mutable QHash<QString, QAccessible::Id> m_items;
};

QAccessibleInterface *makeInterface(const QString & /*className*/, QObject *object)
{
    auto *canvas = qobject_cast<BoardCanvas *>(object);
    return canvas ? new AccessibleBoard(canvas) : nullptr;
}

} // namespace

void installBoardAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void tellAccessibleFocus(BoardCanvas *canvas)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(canvas, QAccessible::Focus);
    event.setChild(int(canvas->items().indexOf(canvas->current())));
    QAccessible::updateAccessibility(&event);
}

} // namespace amb
