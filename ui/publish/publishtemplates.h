// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QPushButton>
#include <QSettings>

class QMenu;

namespace amb {

/// A message that is kept to be published again, by its name.
struct PublishTemplate
{
    QString name;
    QString channel;
    QString data; ///< with its placeholders
};

/// The button with the messages that the user keeps, and with the placeholders that they may have.
class PublishTemplates : public QPushButton
{
    Q_OBJECT

public:
    static constexpr qsizetype mostTemplates = 50;

    explicit PublishTemplates(QWidget *parent = nullptr);

    /// What "Save as Template" keeps.
    void setCurrent(const QString &channel, const QString &json);

    [[nodiscard]] QList<PublishTemplate> all() const;
    /// Keeps a template; one with the same name is replaced.
    void save(const PublishTemplate &kept);
    void remove(const QString &name);

signals:
    void chosen(const QString &channel, const QString &data);
    void placeholderChosen(const QString &placeholder);

private:
    void fillMenu();
    void fillPlaceholders(QMenu &menu);
    void askForName();
    void write(const QList<PublishTemplate> &templates);

    mutable QSettings m_settings;
    PublishTemplate m_current;
};

} // namespace amb
