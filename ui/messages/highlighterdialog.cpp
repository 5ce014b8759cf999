// SPDX-License-Identifier: MIT
#include "ui/messages/highlighterdialog.h"

#include "ui/messages/highlighters.h"
#include "ui/widgets/formrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int hueCount = int(HighlightHue::Grey) + 1;

QIcon hueIcon(HighlightHue hue, const QPalette &palette)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(hueColor(hue, palette));
    QPainter painter(&pixmap);
    painter.setPen(palette.color(QPalette::Mid));
    painter.drawRect(0, 0, pixmap.width() - 1, pixmap.height() - 1);
    return QIcon(pixmap);
}

} // namespace

HighlighterDialog::HighlighterDialog(Highlighters &highlighters, QWidget *parent)
    : QDialog(parent)
    , m_highlighters(highlighters)
    , m_list(new QListWidget)
    , m_text(new QLineEdit)
    , m_isPattern(new QCheckBox(tr("Regular e&xpression")))
    , m_isCaseSensitive(new QCheckBox(tr("Match &case")))
    , m_hue(new QComboBox)
    , m_problem(new QLabel)
{
    setObjectName(u"highlighterDialog"_s);
    setWindowTitle(tr("Highlighters"));
    auto *layout = new QVBoxLayout(this);
    auto *explanation = new QLabel(tr("Messages that contain a text get a colour in the list. "
                                      "The first rule that fits wins."));
    explanation->setWordWrap(true);
    layout->addWidget(explanation);
    buildList(*layout);
    buildForm(*layout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(u"highlighterButtons"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    layout->addWidget(buttons);
    for (int row = 0; row < m_highlighters.rules().size(); ++row) {
        m_list->addItem(new QListWidgetItem);
        refreshItem(row);
    }
    m_list->setCurrentRow(0);
    showRule();
}

void HighlighterDialog::buildList(QVBoxLayout &layout)
{
    m_list->setObjectName(u"highlighterList"_s);
    m_list->setAccessibleName(tr("Rules"));
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * 56, fontMetrics().height() * 7);
    auto *add = new QPushButton(tr("&Add"));
    add->setObjectName(u"highlighterAdd"_s);
    m_remove = new QPushButton(tr("&Remove"));
    m_remove->setObjectName(u"highlighterRemove"_s);
    m_up = new QPushButton(tr("Move &Up"));
    m_up->setObjectName(u"highlighterUp"_s);
    m_down = new QPushButton(tr("Move &Down"));
    m_down->setObjectName(u"highlighterDown"_s);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {add, m_remove, m_up, m_down}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    layout.addWidget(m_list, 1);
    layout.addLayout(row);
    connect(add, &QPushButton::clicked, this, &HighlighterDialog::addRule);
    connect(m_remove, &QPushButton::clicked, this, &HighlighterDialog::removeRule);
    connect(m_up, &QPushButton::clicked, this, [this] { moveRule(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveRule(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &HighlighterDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        takeCheckMark(*item);
    });
}

void HighlighterDialog::buildForm(QVBoxLayout &layout)
{
    m_text->setObjectName(u"highlighterText"_s);
    m_isPattern->setObjectName(u"highlighterPattern"_s);
    m_isCaseSensitive->setObjectName(u"highlighterCase"_s);
    m_hue->setObjectName(u"highlighterHue"_s);
    m_problem->setObjectName(u"highlighterProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    for (int hue = 0; hue < hueCount; ++hue)
        m_hue->addItem(hueIcon(HighlightHue(hue), palette()), hueText(HighlightHue(hue)));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Text:"), m_text);
    form->addRow(QString(), m_problem);
    auto *options = new QHBoxLayout;
    options->addWidget(m_isPattern);
    options->addWidget(m_isCaseSensitive);
    options->addStretch();
    form->addRow(QString(), options);
    form->addRow(tr("C&olour:"), m_hue);
    centreLabels(*form);
    layout.addLayout(form);
    connect(m_text, &QLineEdit::textChanged, this, &HighlighterDialog::readForm);
    connect(m_isPattern, &QCheckBox::toggled, this, &HighlighterDialog::readForm);
    connect(m_isCaseSensitive, &QCheckBox::toggled, this, &HighlighterDialog::readForm);
    connect(m_hue, &QComboBox::currentIndexChanged, this, &HighlighterDialog::readForm);
}

void HighlighterDialog::addRule()
{
    QList<Highlighter> rules = m_highlighters.rules();
    Highlighter rule;
    // Each new rule gets a colour that the one before does not have.
    rule.hue = HighlightHue(rules.size() % hueCount);
    rules.append(rule);
    m_highlighters.setRules(rules);
    m_list->addItem(new QListWidgetItem);
    refreshItem(int(rules.size()) - 1);
    m_list->setCurrentRow(int(rules.size()) - 1);
    m_text->setFocus();
}

void HighlighterDialog::removeRule()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    QList<Highlighter> rules = m_highlighters.rules();
    rules.removeAt(row);
    m_highlighters.setRules(rules);
    delete m_list->takeItem(row);
    showRule();
}

void HighlighterDialog::moveRule(int by)
{
    const int row = m_list->currentRow();
    QList<Highlighter> rules = m_highlighters.rules();
    rules.swapItemsAt(row, row + by);
    m_highlighters.setRules(rules);
    refreshItem(row);
    refreshItem(row + by);
    m_list->setCurrentRow(row + by);
}

void HighlighterDialog::readForm()
{
    const int row = m_list->currentRow();
    if (m_isShowing || row < 0)
        return;
    Highlighter rule = m_highlighters.rules().at(row);
    rule.text = m_text->text();
    rule.isPattern = m_isPattern->isChecked();
    rule.isCaseSensitive = m_isCaseSensitive->isChecked();
    rule.hue = HighlightHue(m_hue->currentIndex());
    change(row, rule);
    showRule();
}

void HighlighterDialog::showRule()
{
    const QScopedValueRollback guard(m_isShowing, true);
    const int row = m_list->currentRow();
    const QList<Highlighter> &rules = m_highlighters.rules();
    const bool hasRule = row >= 0 && row < rules.size();
    for (QWidget *field : QList<QWidget *>{m_text, m_isPattern, m_isCaseSensitive, m_hue, m_remove})
        field->setEnabled(hasRule);
    m_up->setEnabled(hasRule && row > 0);
    m_down->setEnabled(hasRule && row + 1 < rules.size());
    const Highlighter rule = hasRule ? rules.at(row) : Highlighter();
    if (m_text->text() != rule.text)
        m_text->setText(rule.text);
    m_isPattern->setChecked(rule.isPattern);
    m_isCaseSensitive->setChecked(rule.isCaseSensitive);
    m_hue->setCurrentIndex(int(rule.hue));
    const auto problem = hasRule ? rule.problem() : std::nullopt;
    m_problem->setText(problem ? problem->text : hasRule ? QString() : tr("Add a rule to begin."));
}

void HighlighterDialog::takeCheckMark(const QListWidgetItem &item)
{
    const int row = m_list->row(&item);
    if (m_isShowing || row < 0 || row >= m_highlighters.rules().size())
        return;
    Highlighter rule = m_highlighters.rules().at(row);
    rule.isEnabled = item.checkState() == Qt::Checked;
    change(row, rule);
}

void HighlighterDialog::change(int row, const Highlighter &rule)
{
    QList<Highlighter> rules = m_highlighters.rules();
    rules[row] = rule;
    m_highlighters.setRules(rules);
    refreshItem(row);
}

void HighlighterDialog::refreshItem(int row)
{
    const QScopedValueRollback guard(m_isShowing, true);
    const Highlighter &rule = m_highlighters.rules().at(row);
    QListWidgetItem *item = m_list->item(row);
    item->setText(rule.text.isEmpty()  ? tr("(no text yet)")
                      : rule.isPattern ? u'/' + rule.text + u'/'
                                       : rule.text);
    item->setIcon(hueIcon(rule.hue, palette()));
    item->setCheckState(rule.isEnabled ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(tr("%1. Uncheck to switch the rule off.").arg(hueText(rule.hue)));
}

} // namespace amb
