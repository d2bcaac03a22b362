import { listed, streamedJson, type Answer } from '../../frame/answer';
import type { PlatformFault } from '../../frame/faults/fault';
import { returnedName } from '../truth/aggregated-metrics';
import type { Row } from '../truth/columns';
import type { Report } from '../truth/truth';

import type { Stretch } from './raw-request';

/** One page of a v1 report in either envelope (T3). `count` is the number of rows in it (3.4). */
export function page(
	report: Report,
	fields: readonly string[],
	asked: Stretch,
	envelope: 'data' | 'Rows',
	fault?: PlatformFault,
): Answer {
	if (fault?.kind === 'empty-page') return pageOf([], 0, true, fields, envelope);
	const isRepeated = fault?.kind === 'repeat-page';
	const offset = isRepeated ? Math.max(0, asked.offset - asked.limit) : asked.offset;
	const count = Math.max(0, Math.min(asked.limit, report.total - offset));
	return pageOf(report.read(offset, count), count, offset + count < report.total, fields, envelope);
}

function pageOf(
	rows: Iterable<Row>,
	count: number,
	hasMore: boolean,
	fields: readonly string[],
	envelope: 'data' | 'Rows',
): Answer {
	if (envelope === 'data') {
		return streamedJson(listed('{"data":[', rows, `],"count":${count},"has_more":${String(hasMore)}}`));
	}
	const head = `{"Columns":${JSON.stringify(fields.map(returnedName))},"CountRows":${count},"Rows":[`;
	return streamedJson(listed(head, rows, ']}'));
}
