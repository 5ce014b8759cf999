// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace amb {

/// The context of the steps' texts for translators.
struct DoctorWords
{
    Q_DECLARE_TR_FUNCTIONS(amb::Doctor)
};

} // namespace amb
