import type { INodeProperties } from 'n8n-workflow';

import { parseDay } from '../../shared/parameters/calendar-day';
import { choiceField } from '../../shared/parameters/choice-field';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { TIMEZONE } from '../limits';
import { locator } from '../object/resource';
import { identifierIn, textOf, type IdentifierKind } from '../upload/identifier';
import type { Line } from '../upload/lines';
import { columnField } from '../upload/source';
import { offlineConversion } from './kind';

export const uploadTo = choiceField({
	displayName: 'Upload To',
	name: 'uploadTo',
	type: 'options',
	options: [
		{ name: 'Existing List', value: 'existing', description: 'Add conversions to a list that is there' },
		{ name: 'New List', value: 'new' },
	],
	default: 'new',
});

const toNew = { show: { uploadTo: ['new'] } };

export const listId: INodeProperties = {
	...locator(
		{ search: offlineConversion.search, one: 'list' },
		{ displayName: 'List', name: 'offlineConversionId' },
	),
	displayOptions: { show: { uploadTo: ['existing'] } },
};

export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Sales of our shops',
	displayOptions: toNew,
	description: 'What the list will be called',
};

export const attributionPeriod: INodeProperties = {
	displayName: 'Attribution Period',
	name: 'attributionPeriod',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 90,
	displayOptions: toNew,
	description: 'How many days after an ad a conversion is still counted as its own',
};

export const identifierType = choiceField<IdentifierKind>({
	displayName: 'Identifier Type',
	name: 'identifierType',
	type: 'options',
	options: [
		{ name: 'Email', value: 'email' },
		{ name: 'Phone', value: 'phone' },
	],
	default: 'phone',
	description: 'What people are recognized by. A list has one of them for all of its conversions.',
});

export const identifierColumn = columnField({
	displayName: 'Identifier Field',
	name: 'identifierColumn',
	placeholder: 'e.g. phone',
	description:
		'Name of the field of the input items that has the e-mail address or the phone number. Drag it here from the input.',
});

export const dateColumn = columnField({
	displayName: 'Date Field',
	name: 'dateColumn',
	placeholder: 'e.g. paid_at',
	description:
		'Name of the field of the input items that has the date of the conversion; a moment falls on a day of Moscow. Drag it here from the input.',
});

/**
 * A conversion as a line: `identifier,DD.MM.YYYY` (sheet 3.31). The platform answers with no word on a line that it
 * cannot use, so it is found here.
 */
export function conversionLine(kind: IdentifierKind, given: unknown, date: unknown): Line {
	const text = textOf(given);
	if (text === '' && (date === undefined || date === null || date === '')) return '';
	const unfit = (code: string) => ({ given: [given, date].map(asCell).join(','), code });
	const identifier = text === undefined ? undefined : identifierIn(kind, text);
	if (identifier === undefined) return unfit(`invalid_${kind}`);
	const day = dayIn(date);
	return day === undefined ? unfit('invalid_date') : `${identifier},${day}`;
}

/** Of a file; a spreadsheet with Russian settings writes semicolons, and quotes as it likes. */
export function conversionOfText(kind: IdentifierKind, text: string): Line {
	if (text === '') return '';
	const [identifier, date, ...more] = text.split(/[,;]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
	return more.length > 0 ? { given: text, code: 'too_many_columns' } : conversionLine(kind, identifier, date);
}

function dayIn(value: unknown): string | undefined {
	try {
		const [year = '', month = '', day = ''] = parseDay(value, '', TIMEZONE, () => undefined).split('-');
		return `${day}.${month}.${year}`;
	} catch (error) {
		if (error instanceof ParameterError) return undefined;
		throw error;
	}
}

function asCell(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
