// SPDX-License-Identifier: MIT
#include "ui/messages/messagezoom.h"

#include "ui/messages/messageview.h"
#include "ui/widgets/actionlist.h"

#include <QAction>
#include <QApplication>
#include <QFontDatabase>
#include <QFontDialog>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr auto percentKey = "messages/zoom"_L1;
constexpr auto fontKey = "messages/font"_L1;
constexpr int step = 10; // percent
constexpr double smallestFont = 5; // in points
constexpr double largestFont = 40;

} // namespace

MessageZoom::MessageZoom(MessageView &list, QWidget &inspector)
    : QObject(&list)
    , m_list(list)
    , m_inspector(inspector)
{
    restore();
    apply();
    addAction(tr("&Zoom In"), u"actionZoomIn"_s, &MessageZoom::zoomIn)
        ->setShortcuts({standardKey(QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Plus),
                        QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    addAction(tr("Zoom &Out"), u"actionZoomOut"_s, &MessageZoom::zoomOut)
        ->setShortcut(standardKey(QKeySequence::ZoomOut, Qt::CTRL | Qt::Key_Minus));
    addAction(tr("Us&ual Size and Font"), u"actionZoomReset"_s, &MessageZoom::reset)
        ->setShortcut(Qt::CTRL | Qt::Key_0);
    addAction(tr("&Font of the Messages…"), u"actionFont"_s, &MessageZoom::openFontDialog);
    m_list.viewport()->installEventFilter(this);
    const auto areas = inspector.findChildren<QAbstractScrollArea *>();
    for (const QAbstractScrollArea *area : areas)
        area->viewport()->installEventFilter(this);
}

void MessageZoom::restore()
{
    const int percent = m_settings.value(percentKey, 100).toInt();
    m_percent = percent >= least && percent <= most ? percent : 100;
    const QString saved = m_settings.value(fontKey).toString();
    QFont font;
    if (!saved.isEmpty() && font.fromString(saved) && font.pointSizeF() >= smallestFont
        && font.pointSizeF() <= largestFont)
        m_font = font;
}

void MessageZoom::setPercent(int percent)
{
    const int bounded = std::clamp(percent, least, most);
    if (bounded == m_percent)
        return;
    m_percent = bounded;
    m_settings.setValue(percentKey, m_percent);
    apply();
}

QAction *MessageZoom::addAction(const QString &text,
                                const QString &objectName,
                                void (MessageZoom::*deed)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, deed);
    m_actions.append(action);
    return action;
}

void MessageZoom::reset()
{
    setPercent(100);
    setChosenFont({});
}

void MessageZoom::zoomBy(int steps)
{
    setPercent(m_percent + steps * step);
}

void MessageZoom::setChosenFont(const std::optional<QFont> &font)
{
    m_font = font;
    if (font)
        m_settings.setValue(fontKey, font->toString());
    else
        m_settings.remove(fontKey);
    apply();
}

void MessageZoom::openFontDialog()
{
    const QFont usual = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    auto *dialog = new QFontDialog(m_font.value_or(usual), m_list.window());
    dialog->setObjectName(u"fontDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Font of the Messages"));
    dialog->setOption(QFontDialog::DontUseNativeDialog);
    connect(dialog, &QFontDialog::fontSelected, this, [this](const QFont &font) {
        setChosenFont(font);
    });
    dialog->open();
}

void MessageZoom::apply()
{
    const auto scaled = [this](QFont font) {
        font.setPointSizeF(font.pointSizeF() * m_percent / 100.0);
        return font;
    };
    // Without a wish of the user they follow the system's font.
    const QFont usual = m_percent == 100 ? QFont() : scaled(QApplication::font());
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_list.setFonts(m_font ? scaled(*m_font) : usual, m_font.value_or(fixed));
    m_inspector.setFont(usual);
}

bool MessageZoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    const auto *wheel = static_cast<QWheelEvent *>(event);
    if (!(wheel->modifiers() & Qt::ControlModifier))
        return QObject::eventFilter(watched, event);
    m_wheel += wheel->angleDelta().y();
    zoomBy(m_wheel / QWheelEvent::DefaultDeltasPerStep);
    m_wheel %= QWheelEvent::DefaultDeltasPerStep;
    return true;
}

} // namespace amb
