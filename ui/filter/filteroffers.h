// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"
#include "core/decode/decodedmessage.h"

#include <QList>
#include <QString>

#include <functional>

class QMenu;

namespace amb {

/// Something of a message that the list can be narrowed to.
struct FilterOffer
{
    QString title; ///< for people, without mnemonics
    QString term; ///< of the filter language

    friend bool operator==(const FilterOffer &, const FilterOffer &) = default;
};

/// What a message offers: its channel, record, table, users, changed fields and kind.
QList<FilterOffer> filterOffersOf(const DecodedMessage &message,
                                  const RowInfo &info,
                                  const QByteArray &channel);
/// What one of its fields offers; nothing where the value is too short to tell messages apart.
QList<FilterOffer> filterOffersOf(const DecodedField &field);
/// A value in the text of the message: by itself, and as the pair of name and value that was
/// received, which tells short ones apart. Each may be empty.
QList<FilterOffer> filterOffersOf(const QString &value, const QString &pair);

/// Called with the term of an offer, and whether its messages are to be left out.
using NarrowFilter = std::function<void(const QString &term, bool isLeftOut)>;

/// Fills the menus "Show Only" and "Leave Out"; without offers they are disabled.
void fillFilterMenus(QMenu &showOnly,
                     QMenu &leaveOut,
                     const QList<FilterOffer> &offers,
                     const NarrowFilter &narrow);
/// Adds both menus to one, filled.
void addFilterMenus(QMenu &menu, const QList<FilterOffer> &offers, const NarrowFilter &narrow);

} // namespace amb
