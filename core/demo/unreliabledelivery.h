// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <random>

namespace amb {

/// A bus on which deliveries get lost, come twice, or come after later ones: each of it for so many
/// in a hundred, the same ones in every run.
class UnreliableDelivery
{
public:
    explicit UnreliableDelivery(int percent)
        : m_percent(percent)
    { }

    /// What is delivered now that message is on its way: often it alone.
    QList<QByteArray> pass(const QByteArray &message);

private:
    struct Late
    {
        QByteArray message;
        int after = 0; ///< so many others
    };

    [[nodiscard]] int below(int bound) { return int(m_engine() % unsigned(bound)); }

    int m_percent;
    std::mt19937 m_engine; // always begins alike
    QList<Late> m_late;
};

} // namespace amb
