// SPDX-License-Identifier: MIT
#include "ui/publish/publishtemplates.h"

#include "core/oneline.h"
#include "core/publishtemplate.h"
#include "ui/widgets/wording.h"

#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr auto settingsKey = "publish/templates"_L1;
constexpr qsizetype longestName = 60;
constexpr qsizetype longestData = 64'000;

} // namespace

PublishTemplates::PublishTemplates(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(u"publishTemplates"_s);
    setText(tr("Te&mplates"));
    setToolTip(tr("Messages that you keep by a name, and placeholders"));
    setAccessibleName(tr("Templates of messages"));
    auto *menu = new QMenu(this);
    menu->setObjectName(u"publishTemplatesMenu"_s);
    menu->setToolTipsVisible(true);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &PublishTemplates::fillMenu);
}

void PublishTemplates::setCurrent(const QString &channel, const QString &json)
{
    m_current.channel = channel.trimmed();
    m_current.data = json;
}

QList<PublishTemplate> PublishTemplates::all() const
{
    QList<PublishTemplate> templates;
    const QJsonArray array =
        QJsonDocument::fromJson(m_settings.value(settingsKey).toByteArray()).array();
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        const PublishTemplate kept{oneLine(object.value(u"name"_s).toString(), longestName),
                                   object.value(u"channel"_s).toString(),
                                   object.value(u"data"_s).toString()};
        // Whatever else stands in the file.
        if (!kept.name.isEmpty() && kept.data.size() <= longestData
            && templates.size() < mostTemplates)
            templates.append(kept);
    }
    return templates;
}

void PublishTemplates::save(const PublishTemplate &kept)
{
    QList<PublishTemplate> templates = all();
    templates.removeIf([&kept](const auto &other) { return other.name == kept.name; });
    templates.append(kept);
    std::sort(templates.begin(), templates.end(), [](const auto &a, const auto &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    write(templates);
}

void PublishTemplates::remove(const QString &name)
{
    QList<PublishTemplate> templates = all();
    templates.removeIf([&name](const auto &other) { return other.name == name; });
    write(templates);
}

void PublishTemplates::fillMenu()
{
    menu()->clear();
    // Menus are no children of the menu that shows them once it is cleared.
    qDeleteAll(menu()->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    const QList<PublishTemplate> templates = all();
    QAction *save =
        menu()->addAction(tr("&Save as Template…"), this, &PublishTemplates::askForName);
    save->setObjectName(u"saveTemplate"_s);
    const bool isSecret = mayHoldSecret(m_current.data);
    const bool isEmpty = m_current.channel.isEmpty() || m_current.data.trimmed().isEmpty();
    save->setEnabled(!isSecret && !isEmpty && m_current.data.size() <= longestData
                     && templates.size() < mostTemplates);
    if (isSecret)
        save->setToolTip(tr("It may hold a secret, going by the name of a member, so it is not "
                            "written to disk."));
    auto *forget = menu()->addMenu(tr("&Forget Template"));
    forget->setEnabled(!templates.isEmpty());
    for (const PublishTemplate &kept : templates)
        forget->addAction(menuText(kept.name), this, [this, name = kept.name] { remove(name); })
            ->setObjectName(u"forgetTemplate"_s);
    fillPlaceholders(*menu()->addMenu(tr("&Insert Placeholder")));
    if (!templates.isEmpty())
        menu()->addSection(tr("Templates"));
    for (const PublishTemplate &kept : templates) {
        QAction *action = menu()->addAction(
            menuText(kept.name), this, [this, kept] { emit chosen(kept.channel, kept.data); });
        action->setObjectName(u"template"_s);
        action->setToolTip(oneLine(kept.channel, 200));
    }
}

void PublishTemplates::fillPlaceholders(QMenu &menu)
{
    const QList<Placeholder> placeholders = FilledTemplate::placeholders();
    for (const Placeholder &placeholder : placeholders) {
        menu.addAction(tr("%1 – %2").arg(placeholder.name, placeholder.meaning),
                       this,
                       [this, name = placeholder.name] { emit placeholderChosen(name); })
            ->setObjectName(u"placeholder"_s);
    }
}

void PublishTemplates::askForName()
{
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(u"templateName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as Template"));
    dialog->setLabelText(tr("Name of the template (one with the same name is replaced):"));
    connect(dialog,
            &QInputDialog::textValueSelected,
            this,
            [this, kept = m_current](const QString &text) {
                PublishTemplate named = kept;
                named.name = oneLine(text, longestName);
                if (!named.name.isEmpty())
                    save(named);
            });
    dialog->open();
}

void PublishTemplates::write(const QList<PublishTemplate> &templates)
{
    QJsonArray array;
    for (const PublishTemplate &kept : templates.first(std::min(templates.size(), mostTemplates)))
        array.append(QJsonObject{
            {u"name"_s, kept.name}, {u"channel"_s, kept.channel}, {u"data"_s, kept.data}});
    m_settings.setValue(settingsKey, QJsonDocument(array).toJson(QJsonDocument::Compact));
    m_settings.sync();
}

} // namespace amb
