// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/filter.h"

#include <QList>
#include <QObject>
#include <QSettings>

namespace amb {

/// What the user wants to be told of while he looks elsewhere.
struct AlertRule
{
    enum class Kind : quint8 {
        Message, ///< a message matches a filter
        Connection, ///< the connection is lost, or back
        Transport, ///< the transport changes
        Silence, ///< nothing came on a channel for some time
    };

    static constexpr int mostMinutes = 24 * 60;

    Kind kind = Kind::Message;
    QString name; ///< may be empty
    QString text; ///< the filter; of silence what the channel's name has, empty for each channel
    int minutes = 5; ///< of silence
    bool isEnabled = true;

    friend bool operator==(const AlertRule &, const AlertRule &) = default;

    /// Its name, or what it is about.
    [[nodiscard]] QString title() const;
    /// What is wrong with it; no value when it can be used.
    [[nodiscard]] std::optional<FilterProblem> problem() const;
    [[nodiscard]] bool isActive() const { return isEnabled && !problem(); }
};

/// "A message matches", …: what can be chosen.
QString alertKindText(AlertRule::Kind kind);

/// The rules of the user, kept in the settings. What cannot be read there is left out.
class AlertRules : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 30; ///< each one looks at each message

    explicit AlertRules(QObject *parent = nullptr);

    [[nodiscard]] const QList<AlertRule> &all() const { return m_rules; }
    /// Rules with a problem are kept, but raise nothing.
    void setAll(const QList<AlertRule> &rules);

signals:
    void changed();

private:
    void restore();
    void save();

    QSettings m_settings;
    QList<AlertRule> m_rules;
};

} // namespace amb
