import type { IDataObject } from 'n8n-workflow';

import type { Redact } from '../../../connector/errors';
import type { FailedSlice } from '../../../connector/report';
import type { Slice } from '../../../connector/slices';
import type { SliceScope } from '../operations/run';
import { plural } from '../parameters/shown';

/**
 * A slice in the node's own parameter names, ready to be fed back to the node. Absent parameters are left out.
 *
 * @param scope names the operation, and what the ids of the slice are
 */
export function sliceItem(slice: Slice, scope: SliceScope): IDataObject {
	return { ...scope(slice), ...slice.window, index: slice.index, count: slice.count };
}

/** The same with its error. Not under `item.error`, which would send it to n8n's Error output. */
export function failedSliceItem(
	{ slice, error, rowsDelivered }: FailedSlice,
	scope: SliceScope,
	redact: Redact,
): IDataObject {
	const { kind, message, status, retryAfterMs, requestId } = error;
	const delivered =
		rowsDelivered === 0
			? ''
			: ` ${plural(rowsDelivered, 'row')} of this slice had been passed on before; loading it again will repeat them.`;
	return {
		...sliceItem(slice, scope),
		error: {
			kind,
			message: redact(message + delivered),
			...(status === undefined ? {} : { status }),
			...(retryAfterMs === undefined ? {} : { retryAfterMs }),
			...(requestId === undefined ? {} : { requestId: redact(requestId) }),
		},
	};
}
