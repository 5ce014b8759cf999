// SPDX-License-Identifier: MIT
#pragma once

#include "core/instance/profile.h"

#include <QObject>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;

namespace amb {

class FormRows;
class PathField;

/// The rows of a form for what few need: channels, transport, proxy, own CA, timeouts.
class ProfileMore : public QObject
{
    Q_OBJECT

public:
    /// Adds its rows, hidden; they belong to the form.
    explicit ProfileMore(FormRows &rows, QObject *parent = nullptr);

    void setVisible(bool visible);
    void show(const Profile &profile);
    /// Fills in what its rows say.
    void fill(Profile &profile) const;
    /// Whether something is set that differs from the defaults.
    [[nodiscard]] bool isInUse() const;

    [[nodiscard]] QString proxyPassword() const;
    void setProxyPasswordKept(bool isKept);
    [[nodiscard]] bool proxyHasSecret() const;

    /// Points at what is wrong; the first such field, or null.
    QWidget *check();

signals:
    void changed();

private:
    void build();
    void buildProxy();
    void showProxy();
    QDoubleSpinBox *addSeconds(const QString &label, const QString &objectName);
    [[nodiscard]] ProxyChoice proxy() const;
    [[nodiscard]] QStringList channels() const;

    FormRows &m_rows;
    QPlainTextEdit *m_channels;
    QComboBox *m_transport;
    QComboBox *m_proxyKind;
    QLineEdit *m_proxyHost;
    QLineEdit *m_proxyUser;
    QLineEdit *m_proxyPassword;
    PathField *m_ca;
    QDoubleSpinBox *m_connectTimeout = nullptr;
    QDoubleSpinBox *m_answerTimeout = nullptr;
    QList<QWidget *> m_proxyFields;
    QList<QWidget *> m_otherFields;
    bool m_isVisible = false;
};

} // namespace amb
