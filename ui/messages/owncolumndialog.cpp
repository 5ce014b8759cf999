// SPDX-License-Identifier: MIT
#include "ui/messages/owncolumndialog.h"

#include "core/oneline.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int longestTitle = 100;
constexpr int longestPath = 1000;
constexpr qsizetype longestPreview = 150;

} // namespace

OwnColumnDialog::OwnColumnDialog(const QByteArray &sample, QWidget *parent)
    : QDialog(parent)
    , m_sample(QJsonDocument::fromJson(sample).object())
    , m_path(new QLineEdit)
    , m_title(new QLineEdit)
    , m_note(new FieldNote(m_path))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"ownColumnDialog"_s);
    setWindowTitle(tr("Column"));
    build();
    read();
}

void OwnColumnDialog::build()
{
    m_path->setObjectName(u"columnPath"_s);
    m_path->setMaxLength(longestPath);
    m_path->setPlaceholderText(u"data.record.number"_s);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_title->setObjectName(u"columnTitle"_s);
    m_title->setMaxLength(longestTitle);
    m_note->setObjectName(u"columnNote"_s);
    auto *explanation =
        new QLabel(tr("The column shows one value of each message. \"Copy Path\" in the "
                      "inspector's tree gives the path of any value."));
    explanation->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Path:"), m_path);
    form->addRow(QString(), m_note);
    form->addRow(tr("&Title:"), m_title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->setObjectName(u"columnButtons"_s);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    centreLabels(*form);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(m_path, &QLineEdit::textChanged, this, &OwnColumnDialog::read);
    connect(buttons, &QDialogButtonBox::accepted, this, &OwnColumnDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void OwnColumnDialog::setColumn(const OwnColumn &column)
{
    m_path->setText(column.path.text());
    m_title->setText(column.title);
}

void OwnColumnDialog::read()
{
    const QString text = m_path->text().trimmed();
    m_title->setPlaceholderText(OwnColumn::usualTitle(text));
    const auto path = JsonPath::parse(text);
    m_ok->setEnabled(path.ok());
    m_note->setTrouble(path || text.isEmpty() ? QString() : path.error().text);
    if (!path) {
        m_note->setHint(tr("Type where the value is in the message."));
    } else if (m_sample.toObject().isEmpty()) {
        m_note->setHint(tr("Select a message to see what the column says of it."));
    } else {
        const QString value = oneLine(OwnColumn{{}, *path}.textIn(m_sample), longestPreview);
        m_note->setHint(value.isEmpty() ? tr("The selected message has no such value.")
                                        : tr("In the selected message: %1").arg(value));
    }
}

void OwnColumnDialog::choose()
{
    const QString text = m_path->text().trimmed();
    const auto path = JsonPath::parse(text);
    if (!path)
        return;
    const QString title = m_title->text().trimmed();
    const OwnColumn column{title.isEmpty() ? OwnColumn::usualTitle(text) : title, *path};
    accept();
    emit columnChosen(column);
}

} // namespace amb
