import type { Row } from '../../../connector/rows';
import type { SingleOperation } from '../../shared/operations/operation';
import type { Run } from '../../shared/operations/run';
import { plural } from '../../shared/parameters/shown';
import { pollOptions } from '../../shared/report/polling';
import type { MyTargetApi } from '../api';
import { CONVERSION_LINES, CONVERSION_POLLING } from '../limits';
import { fileOfLines, linesOfFile, linesOfItems, surveyOf, type Source } from '../upload/lines';
import { refusedRow } from '../upload/refused-row';
import { fieldOf, fileField, inputFileOf, refuseUnfitSize, source, takesAll } from '../upload/source';
import { untilDone } from '../upload/until-done';
import { masked } from '../upload/without-contacts';
import { offlineConversion } from './kind';
import { FILE_PART, sendConversions } from './send';
import {
	attributionPeriod,
	conversionLine,
	conversionOfText,
	dateColumn,
	identifierColumn,
	identifierType,
	listId,
	nameField,
	uploadTo,
} from './written-conversions';

const polling = pollOptions(CONVERSION_POLLING, 'the list to appear');

const { collection } = offlineConversion;

/** Conversions out of input items or a file (sheet 3.31). */
export const upload: SingleOperation<MyTargetApi> = {
	name: 'Upload',
	value: 'upload',
	description:
		'Upload offline conversions, such as sales in a shop, to a new list or one that is there: an item for the list, and one for each line that cannot be used',
	action: 'Upload offline conversions',
	gives: 'items',
	writes: true,
	takesAll,
	result: { did: 'Got', one: 'item', many: 'items' },
	fields: [
		uploadTo.field,
		listId,
		nameField,
		identifierType.field,
		attributionPeriod,
		source.field,
		identifierColumn,
		dateColumn,
		fileField,
	],
	options: polling.fields,
	async *rows(run) {
		const { api, parameters, observe } = run;
		const target = readTarget(run);
		const policy = polling.read(parameters);
		const lines = await linesOf(run);
		const survey = await surveyOf(lines);
		refuseUnfitSize(run, lines, survey, {
			columns: [identifierColumn, dateColumn],
			...CONVERSION_LINES,
		});
		const before = target.id === undefined ? await idsOf(api) : new Set<unknown>();
		const file = fileOfLines(FILE_PART, lines, survey);
		const { done, failure } = await untilDone(
			{
				send: async () => sendConversions(api, { ...target, file }),
				idOf: () => target.what,
				look: async () => found(await listsOf(api), target, before),
			},
			policy,
			run,
		);
		const { unfit } = survey;
		const row: Row = {
			...(done ?? { id: target.id ?? null, ...target.about }),
			...{ sent_lines: survey.lines, refused_lines: unfit.length },
		};
		const remarks = [
			`Uploaded ${plural(survey.lines, 'offline conversion')} to ${target.what}.`,
			...(survey.empty > 0 ? [`Left out ${plural(survey.empty, lines.one)} with nothing in it.`] : []),
			...(unfit.length > 0
				? [
						`Left out ${plural(unfit.length, 'line')} that cannot be used, an item for each behind that of the list.`,
					]
				: []),
			...(done === undefined
				? [
						`VK Ads took them without an ID, and the list was not found among all lists${failure === undefined || failure.kind === 'timeout' ? ' so far' : `: ${masked(failure.message)}`}. Look with Offline Conversion > Get Many, and do not upload them again for that.`,
					]
				: []),
		];
		for (const text of remarks) observe({ type: 'remark', text });
		yield [row];
		yield unfit.map((line) => refusedRow(run, row.id, line));
	},
};

/** Where conversions go. */
interface Target {
	/** Of a list that is there. */
	readonly id: string | undefined;
	readonly what: string;
	readonly path: string;
	readonly about: Readonly<Record<string, string | number>>;
	readonly check: string;
}

/** @throws {ParameterError} */
function readTarget({ parameters }: Run<MyTargetApi>): Target {
	if (uploadTo.read(parameters) === 'existing') {
		const id = parameters.id(listId.name);
		return {
			id,
			what: `list ${id}`,
			path: `${collection}/${id}.json`,
			about: {},
			check:
				'Look in the interface of VK Ads whether the list has these conversions before you upload them again: they may be counted twice.',
		};
	}
	const name = parameters.requiredText(nameField.name);
	const days = parameters.wholeNumber(attributionPeriod.name, { minimum: 1, default: 90 });
	return {
		id: undefined,
		what: `the new list "${name}"`,
		path: `${collection}.json`,
		about: { name, type: identifierType.read(parameters), attribution_period: days },
		check: `Look with Offline Conversion > Get Many whether a list called "${name}" is there before you upload it again.`,
	};
}

async function linesOf(run: Run<MyTargetApi>): Promise<Source> {
	const { parameters } = run;
	const kind = identifierType.read(parameters);
	if (source.read(parameters) === 'file')
		return linesOfFile(await inputFileOf(run), fileField.displayName, run, (text) =>
			conversionOfText(kind, text),
		);
	const [identifier, date] = [identifierColumn, dateColumn].map(({ name }) => parameters.requiredText(name));
	return linesOfItems(run, (json) =>
		conversionLine(kind, fieldOf(json, identifier ?? ''), fieldOf(json, date ?? '')),
	);
}

async function listsOf(api: MyTargetApi): Promise<readonly Row[]> {
	return (await api.wholeList(`${collection}.json`)).rows;
}

async function idsOf(api: MyTargetApi): Promise<ReadonlySet<unknown>> {
	return new Set((await listsOf(api)).map(({ id }) => id));
}

/**
 * The list that was uploaded to. The answer does not name a new one (trap 63): it is the one of this name that was not
 * there before. Of two such ones nobody knows which it is.
 */
function found(lists: readonly Row[], { id, about }: Target, before: ReadonlySet<unknown>): Row | undefined {
	if (id !== undefined) return lists.find((list) => String(list.id) === id);
	const [only, ...others] = lists.filter((list) => list.name === about.name && !before.has(list.id));
	return others.length === 0 ? only : undefined;
}
