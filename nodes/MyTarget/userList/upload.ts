import { quoted, type NameAndValue } from '../../../connector/client';
import { isRow, type Row } from '../../../connector/rows';
import type { SingleOperation } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { plural } from '../../shared/parameters/shown';
import { asNumber } from '../../shared/parameters/simplify';
import { pollOptions } from '../../shared/report/polling';
import type { MyTargetApi } from '../api';
import { LIST_LINES, LIST_POLLING } from '../limits';
import { uploadedListAnswer } from '../schemas';
import { identifierIn, md5Of, textOf } from '../upload/identifier';
import {
	fileOfLines,
	linesOfFile,
	linesOfItems,
	surveyOf,
	type Line,
	type RefusedLine,
	type Source,
	type Survey,
} from '../upload/lines';
import { refusedRow } from '../upload/refused-row';
import {
	columnField,
	fieldOf,
	fileField,
	inputFileOf,
	refuseUnfitSize,
	source,
	takesAll,
} from '../upload/source';
import { untilDone, type Uploaded } from '../upload/until-done';
import { masked, withoutContacts } from '../upload/without-contacts';
import { userList } from './kind';
import { forFewer, listOptions, listType, nameField, readList, type WrittenList } from './written-list';

const column = columnField({
	displayName: 'Field',
	name: 'column',
	placeholder: 'e.g. email',
	description: 'Name of the field of the input items that goes into the list. Drag it here from the input.',
});

const polling = pollOptions(LIST_POLLING, 'the list');

/** A list of users out of input items or a file, and the lines that were refused (sheet 3.30). */
export const upload: SingleOperation<MyTargetApi> = {
	name: 'Upload',
	value: 'upload',
	description:
		'Upload a list of users as an audience and wait until it is ready: an item for the list, and one for each line that was refused',
	action: 'Upload a user list',
	gives: 'items',
	writes: true,
	takesAll,
	result: { did: 'Got', one: 'item', many: 'items' },
	fields: [nameField, listType.field, source.field, column, fileField],
	options: [...listOptions, ...polling.fields],
	async *rows(run) {
		const list = readList(run.parameters);
		const policy = polling.read(run.parameters);
		const lines = await linesOf(run, list);
		const survey = await surveyOf(lines);
		const minimum = list.base === undefined ? LIST_LINES.minimum : LIST_LINES.differential;
		refuseUnfitSize(run, lines, survey, { columns: [column], ...LIST_LINES, minimum, forFewer });
		let latest: Row | undefined;
		const uploaded = await untilDone(
			{
				send: async () => send(run, list, lines, survey),
				idOf: ({ id }) => String(id),
				look: async ({ id }) => {
					latest = await run.api.object(userList.collection, String(id), [], userList.fields);
					return OVER.has(String(latest.status)) ? latest : undefined;
				},
			},
			policy,
			run,
		);
		const { made } = uploaded;
		const refused = [...survey.unfit, ...refusedIn(run, made.error, survey)].sort(
			(one, other) => Number(one.line_number) - Number(other.line_number),
		);
		const row = listRow({ ...made, ...latest }, survey, refused.length);
		tell(run, { list, lines, survey, policy, uploaded, row, refused: refused.length });
		yield [row];
		yield refused.map((line) => refusedRow(run, asNumber(made.id), line));
	},
};

async function linesOf(run: Run<MyTargetApi>, list: WrittenList): Promise<Source> {
	const { parameters } = run;
	if (source.read(parameters) === 'file')
		// Without hashing it is the platform that reads the file, which may have columns.
		return linesOfFile(await inputFileOf(run), fileField.displayName, run, (text) =>
			list.isHashed ? lineOf(text, list) : text,
		);
	const name = parameters.requiredText(column.name);
	return linesOfItems(run, (json) => lineOf(fieldOf(json, name), list));
}

/** Whatever is in no known form goes as it is, for the platform to judge; but not as a hash, which would hide it. */
function lineOf(value: unknown, { identifiers, isHashed }: WrittenList): Line {
	const text = textOf(value);
	if (text === undefined) return { given: JSON.stringify(value), code: 'no_text' };
	if (/[\r\n]/.test(text)) return { given: text, code: 'line_break' };
	if (text === '' || identifiers === undefined) return text;
	const identifier = identifierIn(identifiers, text);
	if (!isHashed) return identifier ?? text;
	return identifier === undefined ? { given: text, code: `invalid_${identifiers}` } : md5Of(identifier);
}

type Made = Row & { readonly id: number | string };

async function send(
	{ api }: Run<MyTargetApi>,
	{ name, type, base }: WrittenList,
	lines: Source,
	survey: Survey,
): Promise<Made> {
	const fields: NameAndValue[] = [
		['name', name],
		['type', type],
	];
	if (base !== undefined) fields.push(['base', base]);
	return withoutContacts(
		api.change(
			{
				method: 'POST',
				path: `${userList.collection}.json`,
				multipart: { fields, files: [fileOfLines('file', lines, survey)] },
			},
			uploadedListAnswer,
			`Look with User List > Get Many whether a list called "${name}" is there before you upload it again.`,
		),
	);
}

const READY = 'ready';

/** From here on nothing more becomes of a list (sheet 4.1). */
const OVER = new Set([READY, 'pending_delete', 'deleting', 'deleted', 'deleted_to_notify']);

/** The lines that the platform refused, by their places in the source: bad ones do not fail the upload (trap 62). */
function refusedIn({ observe }: Run<MyTargetApi>, error: unknown, { placeOf }: Survey): RefusedLine[] {
	if (error === undefined || error === null) return [];
	if (!Array.isArray(error)) {
		observe({ type: 'remark', text: `VK Ads says of the list: ${masked(quoted(error))}.` });
		return [];
	}
	return (error as unknown[]).filter(isRow).map(({ line_number: sent, line, error_code, ...more }) => ({
		line_number: typeof sent === 'number' ? placeOf(sent) : (sent ?? null),
		line: line ?? null,
		error_code: error_code ?? more.code ?? null,
	}));
}

function listRow({ error: _lines, ...list }: Row, { lines }: Survey, refused: number): Row {
	return { ...list, ready: list.status === READY, sent_lines: lines, refused_lines: refused };
}

interface Told {
	readonly list: WrittenList;
	readonly lines: Source;
	readonly survey: Survey;
	readonly policy: { readonly deadlineMs: number };
	readonly uploaded: Uploaded<Made>;
	readonly row: Row;
	readonly refused: number;
}

function tell(
	{ observe }: Run<MyTargetApi>,
	{ list, lines, survey, policy, uploaded, row, refused }: Told,
): void {
	const remark = (text: string) => {
		observe({ type: 'remark', text });
	};
	const { id } = uploaded.made;
	remark(`Uploaded ${plural(survey.lines, 'line')} as user list ${id} ("${list.name}").`);
	if (survey.empty > 0) remark(`Left out ${plural(survey.empty, lines.one)} with nothing in it.`);
	if (refused > 0)
		remark(
			`Refused: ${plural(refused, 'line')}, an item for each behind that of the list, with line_number, line and error_code.`,
		);
	if (row.ready !== true) remark(`${notReady(uploaded, policy.deadlineMs)} ${lookAfter(id)}`);
}

function notReady({ made: { id }, done, failure }: Uploaded<Made>, deadlineMs: number): string {
	if (done !== undefined)
		return `User list ${id} will not become ready: its status is ${String(done.status)}.`;
	return failure === undefined || failure.kind === 'timeout'
		? `User list ${id} was not ready after ${deadlineMs / 1000} s; it may still become so.`
		: `User list ${id} was uploaded, but asking whether it is ready failed: ${masked(failure.message)}`;
}

function lookAfter(id: number | string): string {
	return `Look with User List > Get, ID ${id}, and do not upload it again for that.`;
}
