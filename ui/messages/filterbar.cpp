// SPDX-License-Identifier: MIT
#include "ui/messages/filterbar.h"

#include "core/capture/filterwriting.h"
#include "ui/filter/filterfield.h"
#include "ui/messages/messagemodel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr std::chrono::milliseconds typingRests(120);

/// Filters that show what the language can do.
QStringList examples()
{
    return {u"kind:event table:incident"_s,
            u"priority:changed or state:changed"_s,
            u"user:agent.one not kind:meta"_s,
            u"channel:/rw/** size>4k"_s,
            u"\"does not\" /INC00[0-9]+/i"_s};
}

} // namespace

FilterBar::FilterBar(MessageModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_field(new FilterField(this))
    , m_hits(new ElidedLabel(this))
    , m_problem(new ElidedLabel(this))
    , m_savedButton(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"filterBar"_s);
    m_field->setObjectName(u"filterField"_s);
    m_field->setAccessibleName(tr("Filter of the messages"));
    m_field->setPlaceholderText(
        tr("Filter: words, channel:, kind:, user:, field:changed, /regex/ …"));
    m_hits->setObjectName(u"filterHits"_s);
    m_hits->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hits->setTone(Tone::Quiet);
    m_hits->reserve(tr("%1 of %2").arg(u"0,000,000"_s, u"00,000,000"_s));
    m_problem->setObjectName(u"filterProblem"_s);
    m_problem->hide();
    buildSaved();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_hits);
    row->addWidget(m_savedButton);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    setFocusProxy(m_field);

    m_delay.setSingleShot(true);
    m_delay.setInterval(typingRests);
    connect(&m_delay, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::read);
    connect(m_field, &FilterField::clearRequested, this, &FilterBar::clear);
    connect(m_field, &FilterField::leaveRequested, this, [this] {
        apply();
        emit leaveRequested();
    });
    connect(&model, &MessageModel::filterProgressed, this, &FilterBar::showHits);
    connect(&model, &MessageModel::timeRangeChanged, this, &FilterBar::showHits);
    connect(&model, &MessageModel::scopeChanged, this, &FilterBar::showHits);
    connect(&model, &MessageModel::filterChanged, this, [this] {
        // Somebody wants to see a row that the filter leaves out.
        if (!m_model.hasFilter() && !m_filter.isEverything())
            m_field->clear();
        showHits();
    });
    showHits();
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::setFilterText(const QString &text)
{
    m_field->setText(text);
    m_field->setCursorPosition(0); // long ones are read from their beginning
    apply();
}

void FilterBar::narrow(const QString &term, bool isLeftOut)
{
    replaceText(narrowedFilter(m_field->text(), term, isLeftOut));
}

void FilterBar::showChannels(const QStringList &channels)
{
    QStringList terms;
    for (const QString &channel : channels)
        terms.append(filterTerm("channel"_L1, channel));
    QString others = m_field->text().trimmed();
    if (!m_channels.isEmpty() && others.endsWith(m_channels))
        others.chop(m_channels.size());
    m_channels = terms.size() == 1 ? terms.first() : u'(' + terms.join(" or "_L1) + u')';
    replaceText(narrowedFilter(others, m_channels, false));
}

/// As if it were typed: undo takes it back.
void FilterBar::replaceText(const QString &text)
{
    m_field->selectAll();
    m_field->insert(text);
    apply();
}

QString FilterBar::filterText() const
{
    return m_field->text();
}

void FilterBar::buildSaved()
{
    m_savedButton->setObjectName(u"savedFilters"_s);
    m_savedButton->setText(tr("Saved"));
    m_savedButton->setToolTip(tr("Filters that you keep, and examples"));
    m_savedButton->setAccessibleName(tr("Saved filters"));
    m_savedButton->setPopupMode(QToolButton::InstantPopup);
    m_savedButton->setAutoRaise(true);
    m_savedButton->setFocusPolicy(Qt::StrongFocus);
    m_savedButton->setMenu(m_menu);
    m_menu->setObjectName(u"savedFiltersMenu"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
}

/// Reads what was typed; it is applied when typing rests.
void FilterBar::read()
{
    std::optional<FilterProblem> problem;
    const Filter filter = Filter::parse(m_field->text(), problem);
    m_field->setProblem(problem);
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setTone(problem->isUnfinished ? Tone::Quiet : Tone::Bad);
        m_problem->setText(
            tr("Character %1: %2").arg(numberText(problem->position + 1), problem->text));
        m_delay.stop();
        return;
    }
    m_problem->setText({});
    m_filter = filter;
    m_delay.start();
}

void FilterBar::apply()
{
    if (m_problem->isVisibleTo(this)) // the last right filter stays
        return;
    m_delay.stop();
    m_model.setFilter(m_filter);
}

void FilterBar::clear()
{
    if (m_field->text().isEmpty()) {
        emit leaveRequested();
        return;
    }
    m_field->clear();
    apply();
}

void FilterBar::showHits()
{
    const MessageModel &model = m_model;
    m_hits->setVisible(model.isFiltered());
    if (!model.isFiltered()) {
        m_hits->setText({});
        return;
    }
    const QString text =
        tr("%1 of %2").arg(numberText(model.rowCount()), numberText(model.end() - model.first()));
    m_hits->setText(model.isSearching() ? text + u" …"_s : text);
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    const QString typed = m_field->text().trimmed();
    const QStringList saved = m_saved.all();
    QAction *save =
        m_menu->addAction(tr("&Save This Filter"), this, [this, typed] { m_saved.add(typed); });
    save->setObjectName(u"saveFilter"_s);
    save->setEnabled(!typed.isEmpty() && !m_problem->isVisibleTo(this) && !saved.contains(typed));
    QAction *forget = m_menu->addAction(
        tr("&Forget This Filter"), this, [this, typed] { m_saved.remove(typed); });
    forget->setObjectName(u"forgetFilter"_s);
    forget->setEnabled(saved.contains(typed));
    const auto offer = [this](const QString &title, const QStringList &filters) {
        if (filters.isEmpty())
            return;
        m_menu->addSection(title);
        for (const QString &filter : filters) {
            const QString shown = fontMetrics().elidedText(
                filter, Qt::ElideRight, fontMetrics().averageCharWidth() * 60);
            QAction *action = m_menu->addAction(menuText(shown));
            action->setObjectName(u"savedFilter"_s);
            action->setData(filter);
            connect(action, &QAction::triggered, this, [this, filter] { setFilterText(filter); });
        }
    };
    offer(tr("Saved"), saved);
    offer(tr("Examples"), examples());
}

} // namespace amb
