import type { NameAndValue } from '../../../connector/client';
import { countedPages } from '../../../connector/pages';
import type { Page, Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import type { ListOperation } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { names } from '../../shared/parameters/name-list-field';
import type { Parameters } from '../../shared/parameters/parameters';
import { holdsTree, type ClassicAnswer } from '../answer';
import { pathOf, type AdfoxApi, type Navigation, type SendAs, type Sending } from '../api';
import { countedPage, tellRemark } from '../objects/list';
import { explainingNames, write } from '../objects/write';
import { PAGE_SIZE } from '../limits';
import { filesField, readSentFiles } from './sent-files';
import { readSentParameters } from './sent-parameters';

/** All others change something, or may. */
const READ_ACTIONS = new Set(names('list info utility listValues listActiveBanners auth report'));

/** Their answers are rows, so one without any says so or is broken. */
const LIST_ACTIONS = new Set(['list', 'listValues', 'listActiveBanners']);

/** An account of one's own or a proxy may take one of the documented forms only. */
const sendAs = choiceField<SendAs>({
	displayName: 'Send As',
	name: 'sendAs',
	type: 'options',
	options: [
		{
			name: 'Multipart Form',
			value: 'multipart',
			description: 'Everything by POST, reads too, in the form of the samples of the documentation',
		},
		{
			name: 'URL-Encoded Form',
			value: 'urlEncoded',
			description: 'Everything by POST, reads too, as most programs send forms',
		},
		{ name: 'Usual', value: 'usual', description: 'Reads by GET, changes by POST as a URL-encoded form' },
	],
	default: 'usual',
	description: 'How the parameters are sent; files always go as a multipart form',
});

export const send: ListOperation<AdfoxApi> = {
	name: 'Send',
	value: 'send',
	description: 'Send any method of the ADFOX API by its navigation block',
	action: 'Send an API request',
	gives: 'list',
	writes: (text) => !READ_ACTIONS.has(text('action').trim()),
	fields: [
		{
			displayName: 'Object',
			name: 'object',
			type: 'string',
			required: true,
			default: 'account',
			placeholder: 'e.g. account',
			description: 'The context of the action; upper and lower case matter',
		},
		{
			displayName: 'Action',
			name: 'action',
			type: 'string',
			required: true,
			default: 'list',
			placeholder: 'e.g. list',
			description:
				'What to do. The actions list, info, utility, listValues, listActiveBanners, auth and report read; all others change something.',
		},
		{
			displayName: 'Action Object',
			name: 'actionObject',
			type: 'string',
			default: '',
			placeholder: 'e.g. position',
			description: 'Name of the object acted upon; empty for methods that have none',
		},
		{
			displayName: 'Parameters',
			name: 'parameters',
			type: 'json',
			default: '{}',
			description:
				'JSON: an object of names and values, or a list of {"name": ..., "value": ...} where a name may come more than once',
		},
		filesField,
	],
	options: [sendAs.field],
	async *rows(run) {
		const navigation = readNavigation(run.parameters);
		const sent = readSentParameters(run.parameters, navigation, run.observe);
		const isRead = READ_ACTIONS.has(navigation.action);
		const files = await readSentFiles(run, { ...navigation, isRead }, sent);
		const sending = { files, sendAs: sendAs.readOption(run.parameters) };
		if (isRead) yield* read(run, navigation, sent, sending);
		else yield await change(run, navigation, sent, sending);
	},
};

function readNavigation(parameters: Parameters): Navigation {
	const actionObject = parameters.text('actionObject');
	return {
		object: parameters.requiredText('object'),
		action: parameters.requiredText('action'),
		...(actionObject === '' ? {} : { actionObject }),
	};
}

/** Pages of rows; one item for an answer that has none by its nature, such as that of account/auth. */
async function* read(
	{ api, limit, observe }: Run<AdfoxApi>,
	navigation: Navigation,
	sent: readonly NameAndValue[],
	{ sendAs }: Sending,
): AsyncGenerator<Page> {
	const sentNames = sent.map(([name]) => name);
	let single: Row | undefined;
	const pages = countedPages(
		async (offset, size) => {
			const page = await explainingNames(navigation, sentNames, observe, () =>
				api.page(navigation, sent, { offset, limit: size }, sendAs),
			);
			tellRemark(page, observe);
			const isList = LIST_ACTIONS.has(navigation.action) && !holdsTree(page.answer);
			if (page.rows !== undefined || offset > 0 || isList) return countedPage(page);
			single = itemOf(page.answer);
			return { rows: [], total: 0 };
		},
		{ pageSize: PAGE_SIZE.default, limit, observe },
	);
	yield* pages;
	if (single !== undefined) yield [single];
}

async function change(
	run: Run<AdfoxApi>,
	navigation: Navigation,
	sent: readonly NameAndValue[],
	sending: Sending,
): Promise<Page> {
	const check = `Look up what ${pathOf(navigation)} should have changed (with a list or info method) before you send it again.`;
	const answer = await write(run, navigation, sent, check, sending);
	// tracingPoint/getCode and the like are no changes, and answer with rows.
	return answer.rows === undefined || answer.rows.length === 0 ? [itemOf(answer)] : answer.rows;
}

/** What an answer without rows says: its code, the ID of a new object, single values. */
function itemOf({ status, result }: ClassicAnswer): Row {
	return { ...status, ...result };
}
