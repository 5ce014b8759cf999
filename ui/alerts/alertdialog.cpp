// SPDX-License-Identifier: MIT
#include "ui/alerts/alertdialog.h"

#include "ui/alerts/alertrules.h"
#include "ui/filter/filterfield.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

AlertDialog::AlertDialog(AlertRules &rules, QWidget *parent)
    : QDialog(parent)
    , m_rules(rules)
    , m_list(new QListWidget)
    , m_add(new QPushButton(tr("&Add")))
    , m_remove(new QPushButton(tr("&Remove")))
    , m_kind(new QComboBox)
    , m_name(new QLineEdit)
    , m_filter(new FilterField)
    , m_problem(new QLabel)
    , m_channel(new QLineEdit)
    , m_minutes(new QSpinBox)
{
    setObjectName(u"alertDialog"_s);
    setWindowTitle(tr("Alerts"));
    auto *layout = new QVBoxLayout(this);
    auto *explanation =
        new QLabel(tr("You are told by a notification and in the pane Alerts, at most once in ten "
                      "seconds for each rule. What comes in between is counted."));
    explanation->setWordWrap(true);
    layout->addWidget(explanation);
    buildList(*layout);
    buildForm(*layout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(u"alertButtons"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    layout->addWidget(buttons);
    for (int row = 0; row < m_rules.all().size(); ++row) {
        m_list->addItem(new QListWidgetItem);
        refreshItem(row);
    }
    m_list->setCurrentRow(0);
    showRule();
}

void AlertDialog::buildList(QVBoxLayout &layout)
{
    m_list->setObjectName(u"alertList"_s);
    m_list->setAccessibleName(tr("Rules"));
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 6);
    m_add->setObjectName(u"alertAdd"_s);
    m_remove->setObjectName(u"alertRemove"_s);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    layout.addWidget(m_list, 1);
    layout.addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &AlertDialog::addRule);
    connect(m_remove, &QPushButton::clicked, this, &AlertDialog::removeRule);
    connect(m_list, &QListWidget::currentRowChanged, this, &AlertDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        takeCheckMark(*item);
    });
}

void AlertDialog::buildForm(QVBoxLayout &layout)
{
    m_kind->setObjectName(u"alertKind"_s);
    m_name->setObjectName(u"alertName"_s);
    m_name->setPlaceholderText(tr("as the rule says"));
    m_filter->setObjectName(u"alertFilter"_s);
    m_filter->setPlaceholderText(tr("words, channel:, kind:, user:, field:changed, /regex/ …"));
    m_problem->setObjectName(u"alertProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_channel->setObjectName(u"alertChannel"_s);
    m_channel->setPlaceholderText(tr("each channel; or a part of its name"));
    m_minutes->setObjectName(u"alertMinutes"_s);
    m_minutes->setRange(1, AlertRule::mostMinutes);
    m_minutes->setSuffix(tr(" min"));
    for (int kind = 0; kind <= int(AlertRule::Kind::Silence); ++kind)
        m_kind->addItem(alertKindText(AlertRule::Kind(kind)));
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->addRow(tr("&When:"), m_kind);
    m_form->addRow(tr("&Filter:"), m_filter);
    m_form->addRow(tr("C&hannel:"), m_channel);
    m_form->addRow(tr("&Silent for:"), m_minutes);
    m_form->addRow(tr("&Name:"), m_name);
    m_form->addRow(m_problem);
    centreLabels(*m_form);
    layout.addLayout(m_form);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AlertDialog::readForm);
    connect(m_minutes, &QSpinBox::valueChanged, this, &AlertDialog::readForm);
    connect(m_filter, &FilterField::clearRequested, this, &QDialog::accept);
    connect(m_filter, &FilterField::leaveRequested, m_name, [this] { m_name->setFocus(); });
    for (QLineEdit *field : QList<QLineEdit *>{m_name, m_filter, m_channel})
        connect(field, &QLineEdit::textEdited, this, &AlertDialog::readForm);
    // The cross within the field clears it without typing.
    connect(m_filter, &QLineEdit::textChanged, this, &AlertDialog::readForm);
}

void AlertDialog::addRule()
{
    QList<AlertRule> rules = m_rules.all();
    rules.append(AlertRule());
    m_rules.setAll(rules);
    m_list->addItem(new QListWidgetItem);
    refreshItem(int(rules.size()) - 1);
    m_list->setCurrentRow(int(rules.size()) - 1);
    m_kind->setFocus();
}

void AlertDialog::removeRule()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    QList<AlertRule> rules = m_rules.all();
    rules.removeAt(row);
    m_rules.setAll(rules);
    {
        const QScopedValueRollback guard(m_isShowing, true);
        delete m_list->takeItem(row);
    }
    showRule();
}

void AlertDialog::readForm()
{
    const int row = m_list->currentRow();
    if (m_isShowing || row < 0 || row >= m_rules.all().size())
        return;
    AlertRule rule = m_rules.all().at(row);
    const bool isOther = rule.kind != AlertRule::Kind(m_kind->currentIndex());
    rule.kind = AlertRule::Kind(m_kind->currentIndex());
    rule.name = m_name->text();
    if (isOther)
        rule.text.clear(); // a filter is no channel
    else if (rule.kind == AlertRule::Kind::Message)
        rule.text = m_filter->text();
    else if (rule.kind == AlertRule::Kind::Silence)
        rule.text = m_channel->text();
    rule.minutes = m_minutes->value();
    change(row, rule);
    showRule();
}

void AlertDialog::showRule()
{
    if (m_isShowing)
        return;
    const QScopedValueRollback guard(m_isShowing, true);
    const int row = m_list->currentRow();
    const bool hasRule = row >= 0 && row < m_rules.all().size();
    const AlertRule rule = hasRule ? m_rules.all().at(row) : AlertRule();
    m_add->setEnabled(m_rules.all().size() < AlertRules::most);
    showFields(rule, hasRule);
    showProblem(rule, hasRule);
}

void AlertDialog::showFields(const AlertRule &rule, bool hasRule)
{
    for (QWidget *field :
         QList<QWidget *>{m_kind, m_name, m_filter, m_channel, m_minutes, m_remove})
        field->setEnabled(hasRule);
    const auto showRow = [this](QWidget *field, bool shown) {
        field->setVisible(shown);
        m_form->labelForField(field)->setVisible(shown);
    };
    showRow(m_filter, rule.kind == AlertRule::Kind::Message);
    showRow(m_channel, rule.kind == AlertRule::Kind::Silence);
    showRow(m_minutes, rule.kind == AlertRule::Kind::Silence);
    const auto fill = [](QLineEdit *field, const QString &text) {
        if (field->text() != text) // else the cursor would jump
            field->setText(text);
    };
    m_kind->setCurrentIndex(int(rule.kind));
    fill(m_name, rule.name);
    fill(m_filter, rule.kind == AlertRule::Kind::Message ? rule.text : QString());
    fill(m_channel, rule.kind == AlertRule::Kind::Silence ? rule.text : QString());
    m_minutes->setValue(rule.minutes);
}

void AlertDialog::showProblem(const AlertRule &rule, bool hasRule)
{
    const auto problem = hasRule ? rule.problem() : std::nullopt;
    m_filter->setProblem(problem);
    if (!hasRule)
        m_problem->setText(tr("Add a rule to begin."));
    else if (problem && !rule.text.isEmpty())
        m_problem->setText(
            tr("Character %1: %2").arg(numberText(problem->position + 1), problem->text));
    else
        m_problem->setText(problem ? problem->text : QString());
}

void AlertDialog::takeCheckMark(const QListWidgetItem &item)
{
    const int row = m_list->row(&item);
    if (m_isShowing || row < 0 || row >= m_rules.all().size())
        return;
    AlertRule rule = m_rules.all().at(row);
    rule.isEnabled = item.checkState() == Qt::Checked;
    change(row, rule);
}

void AlertDialog::change(int row, const AlertRule &rule)
{
    QList<AlertRule> rules = m_rules.all();
    rules[row] = rule;
    m_rules.setAll(rules);
    refreshItem(row);
}

void AlertDialog::refreshItem(int row)
{
    const QScopedValueRollback guard(m_isShowing, true);
    const AlertRule &rule = m_rules.all().at(row);
    QListWidgetItem *item = m_list->item(row);
    item->setText(rule.title());
    item->setCheckState(rule.isEnabled ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(tr("Uncheck to switch the rule off."));
}

} // namespace amb
