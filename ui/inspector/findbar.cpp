// SPDX-License-Identifier: MIT
#include "ui/inspector/findbar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr std::chrono::milliseconds typingRests(120);

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_field(new QLineEdit)
    , m_count(new ElidedLabel)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_delay(new QTimer(this))
{
    m_field->setObjectName(u"findField"_s);
    m_field->setAccessibleName(tr("Find in the message"));
    m_field->setPlaceholderText(tr("Find a name or a value"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count->setObjectName(u"findCount"_s);
    m_count->setTone(Tone::Quiet);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->reserve(tr("%1 of %2").arg(numberText(9999), numberText(9999)));
    m_previous->setObjectName(u"findPrevious"_s);
    m_previous->setArrowType(Qt::UpArrow);
    m_previous->setAccessibleName(tr("Previous hit"));
    m_previous->setToolTip(tr("Previous hit (Shift+F3)"));
    m_next->setObjectName(u"findNext"_s);
    m_next->setArrowType(Qt::DownArrow);
    m_next->setAccessibleName(tr("Next hit"));
    m_next->setToolTip(tr("Next hit (F3)"));

    m_layout->setContentsMargins(6, 4, 6, 4);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_field, 1);
    m_layout->addWidget(m_count);
    addButton(m_previous);
    addButton(m_next);
    setFocusProxy(m_field);
    setHits(0, 0);

    m_delay->setSingleShot(true);
    m_delay->setInterval(typingRests);
    connect(m_delay, &QTimer::timeout, this, &FindBar::tell);
    connect(m_field, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
}

QString FindBar::needle() const
{
    return m_field->text();
}

void FindBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::setHits(qsizetype hit, qsizetype hits)
{
    m_previous->setEnabled(hits > 0);
    m_next->setEnabled(hits > 0);
    if (needle().isEmpty())
        m_count->setText({});
    else if (hits == 0)
        m_count->setText(tr("no hits"));
    else
        m_count->setText(tr("%1 of %2").arg(numberText(hit + 1), numberText(hits)));
    m_count->setVisible(!m_count->text().isEmpty());
    m_field->setAccessibleDescription(m_count->text());
}

void FindBar::addButton(QToolButton *button)
{
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(button);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        if (m_field->text().isEmpty()) {
            emit leaveRequested();
        } else {
            m_field->clear();
            tell();
        }
        return true;
    case Qt::Key_Down:
        emit leaveRequested();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

/// What was typed last counts, also before typing rests: it leads to its first hit.
void FindBar::step(int step)
{
    if (m_delay->isActive())
        tell();
    else
        emit stepRequested(step);
}

void FindBar::tell()
{
    m_delay->stop();
    emit needleChanged(needle());
}

} // namespace amb
