// SPDX-License-Identifier: MIT
#include "core/transport/transport.h"
