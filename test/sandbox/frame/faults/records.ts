import { withBody, type Answer } from '../answer';

import type { RecordFault } from './fault';

/** What stands in place of a record or of a value, so that it can be told wherever it gets. */
export const ODD = 'odd one';

type Form = RecordFault['form'];
type Container = Record<string, unknown>;

/** An answer whose middle record, or one value of it, is something that nobody knows. */
export function withOddRecord(answer: Answer, { form }: RecordFault): Answer {
	if (answer.status !== 200) return answer;
	return withBody(answer, (body) => {
		if (body.startsWith('<')) return inXml(body, form);
		return /^[[{]/.test(body) ? inJson(body, form) : inCsv(body, form);
	});
}

function inJson(body: string, form: Form): string {
	const whole = { answer: JSON.parse(body) as unknown };
	const records = recordsIn(whole);
	const keys = Object.keys(records);
	const key = keys[Math.floor(keys.length / 2)];
	if (key === undefined) return body;
	if (form === 'nothing') records[key] = null;
	else if (form === 'foreign fields') records[key] = { odd: ODD };
	else spoil(records, key, form === 'foreign value' ? { odd: ODD } : ODD);
	return JSON.stringify(whole.answer);
}

/** The longest list of records, as far up as there is one; else most records by their names; else the answer alone. */
function recordsIn(whole: { answer: unknown }): Container {
	const lists: Container[] = [];
	const maps: Container[] = [];
	for (let level: unknown[] = [whole.answer]; level.length > 0; level = level.flatMap(partsOf)) {
		const containers = level.filter(isContainer);
		lists.push(
			...byLength(containers.filter((one) => Array.isArray(one) && partsOf(one).every(isContainer))),
		);
		maps.push(...containers.filter((one) => partsOf(one).length > 1 && partsOf(one).every(isContainer)));
	}
	return lists[0] ?? byLength(maps)[0] ?? whole;
}

/** Another value in place of the last one in a record that names nothing, as far up as there is one. */
function spoil(records: Container, key: string, odd: unknown): void {
	const record = records[key];
	if (!isContainer(record)) return;
	const plain = Object.keys(record).filter((name) => !/id$/i.test(name) && !isContainer(record[name]));
	const inner = Object.keys(record).find((name) => isContainer(record[name]));
	const last = plain.at(-1);
	if (last !== undefined) record[last] = odd;
	else if (inner !== undefined) spoil(record, inner, odd);
}

function byLength(containers: readonly Container[]): Container[] {
	return [...containers].sort((one, other) => partsOf(other).length - partsOf(one).length);
}

function partsOf(value: unknown): unknown[] {
	return isContainer(value) ? Object.values(value) : [];
}

function isContainer(value: unknown): value is Container {
	return typeof value === 'object' && value !== null;
}

/** Values of XML are text, so one that no XML may hold is what is foreign there. */
function inXml(body: string, form: Form): string {
	const rows = [...body.matchAll(/<(row\d+)>(.*?)<\/\1>/gs)];
	const middle = rows[Math.floor(rows.length / 2)];
	if (middle === undefined) return body;
	const { 0: row, 1: name = '', index } = middle;
	const value = form === 'foreign value' ? `${ODD} & &nbsp; &#1;` : ODD;
	const odd = {
		nothing: `<${name}>${ODD}</${name}>`,
		'foreign fields': `<${name}><odd>${ODD}</odd></${name}>`,
		'foreign value': row.replace(LAST_ELEMENT, `<$1>${value}</$1>`),
		'foreign text': row.replace(LAST_ELEMENT, `<$1>${value}</$1>`),
	};
	return body.slice(0, index) + odd[form] + body.slice(index + row.length);
}

const LAST_ELEMENT = /<(\w+)>[^<]*<\/\1>(?=\s*<\/row\d+>$)/;

/** A line with too few cells or too many, a stray quote in its first one. */
function inCsv(body: string, form: Form): string {
	const lines = body.split('\n');
	const at = Math.floor(lines.length / 2);
	const line = lines[at] ?? '';
	const odd = {
		nothing: ODD,
		'foreign fields': `${line},${ODD}`,
		'foreign value': line.replace(/^[^,]*/, `${ODD}"1"`),
		'foreign text': line.replace(/^[^,]*/, ODD),
	};
	lines[at] = odd[form];
	return lines.join('\n');
}
