// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"
#include "core/instance/profilesecrets.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace amb {

class FieldNote;
class FormRows;
class PathField;

/// The rows of a form that say how to sign in: the way, and what that way needs.
class SignInFields : public QObject
{
    Q_OBJECT

public:
    /// Adds its rows; they belong to the form.
    explicit SignInFields(FormRows &rows, QObject *parent = nullptr);

    void setChoice(const SignInChoice &choice);
    [[nodiscard]] SignInChoice choice() const;
    /// What was typed, without what was kept before.
    [[nodiscard]] ProfileSecrets typed() const;
    /// What was kept before and need not be typed again.
    void setKept(const ProfileSecrets &kept);
    /// Why no keychain can be used, or empty; called when that is known.
    void setKeychainTrouble(const QString &why);
    /// Whether there is something secret to keep; a proxy may have some, too.
    void setProxyHasSecret(bool has);

    /// Points at the fields that need something, of all or only of those that were touched; the
    /// first of them, or null.
    QWidget *check(bool all);
    /// The field to begin with.
    [[nodiscard]] QWidget *firstEmpty() const;

signals:
    void changed();

private:
    void build();
    void addLine(QLineEdit *line, const char *objectName, const QString &label, bool isSecret);
    void addPath(PathField *field, const QString &label);
    void showWay();
    void showRemember();
    [[nodiscard]] Credentials::Kind way() const;
    [[nodiscard]] QList<QWidget *> fieldsOf(Credentials::Kind way) const;
    [[nodiscard]] QString troubleOf(const QWidget *field) const;

    FormRows &m_rows;
    QComboBox *m_way;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_token;
    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QLineEdit *m_refreshToken;
    QPlainTextEdit *m_cookies;
    PathField *m_certificate;
    PathField *m_key;
    QLineEdit *m_passphrase;
    QCheckBox *m_remember;
    QList<QWidget *> m_all; // but way and remember
    QList<QWidget *> m_touched;
    ProfileSecrets m_kept;
    QString m_keychainTrouble;
    bool m_knowsKeychain = false;
    bool m_proxyHasSecret = false;
};

} // namespace amb
