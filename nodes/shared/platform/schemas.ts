import { z } from 'zod';

import type { Row } from '../../../connector/rows';

/** A row as it comes: which fields there are depends on what was asked for, and on the account. */
export const row = z.custom<Row>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
