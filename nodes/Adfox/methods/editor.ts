import { noLimit } from '../../../connector/pages';
import { credentialTest } from '../../shared/editor/credential-test';
import { dropdown, option, picker, pickers } from '../../shared/editor/options';
import { asObject } from '../../shared/parameters/json';
import type { AdfoxApi } from '../api';
import { dictionaries } from '../catalogue/dictionaries';
import { PAGE_SIZE } from '../limits';
import { hasStatus, kinds, listed, type Listed } from '../objects/kinds';
import { listPages } from '../objects/list';
import { adfox } from '../platform';
import { namesFor } from '../report/metadata';

type Option = ReturnType<typeof option>;

/** All objects of a kind: what the platform's own search takes differs (sheet 7.3). */
async function optionsOf(api: AdfoxApi, { list }: Listed): Promise<Option[]> {
	const reading = { pageSize: PAGE_SIZE.default, limit: noLimit(), observe: () => undefined };
	const isShort = list.parameters.some(({ name }) => name === 'show');
	const options: Option[] = [];
	for await (const page of listPages(api, list, isShort ? [['show', 'common']] : [], reading))
		for (const { ID, name, account } of page)
			if (typeof ID === 'string' && ID !== '')
				options.push(option(ID, typeof name === 'string' && name !== '' ? name : account));
	return options;
}

export const objectPickers = pickers(adfox, listed, optionsOf);

/** Of what can be chosen more than one of. */
export const objectDropdowns = Object.fromEntries(
	Object.values(kinds)
		.filter(hasStatus)
		.map((kind) => [kind.load, dropdown(adfox, (api) => optionsOf(api, kind))]),
);

/** Saved reports of the chosen level. */
export const searchReports = picker(adfox, async (api, { parameter }) => {
	const level = parameter('level');
	const reports = await api.reports(typeof level === 'string' ? level : 'owner');
	return reports.flatMap(({ name, title }) => (typeof name === 'string' ? [option(name, title)] : []));
});

/** What reports can be made of, of the account of Options > Owner ID. */
const reportNames = (list: Parameters<typeof namesFor>[1]) =>
	dropdown(adfox, async (api, parameter) => {
		const { ownerId } = asObject(parameter('options'));
		return namesFor(api, list, typeof ownerId === 'string' ? ownerId.trim() : '');
	});

export const reportDropdowns = {
	getMetrics: reportNames('metrics'),
	getDimensions: reportNames('dimensions'),
	getFilterFields: reportNames('filters'),
};

/** A short list, which API assistants of every right may read (sheet 1.3). */
export const adfoxApiTest = credentialTest(adfox, (api) =>
	api.page(dictionaries.position, [], { offset: 0, limit: 1 }),
);
