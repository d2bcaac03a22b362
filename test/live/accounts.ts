import type { Sandbox, SandboxOptions } from '../sandbox';

/** What stands in the environment of a person who has the account of the sandbox. */
export function valuesOf(sandbox: Sandbox): Readonly<Record<string, Readonly<Record<string, string>>>> {
	const { targetAds, promoPages, myTarget, adfox } = sandbox;
	return {
		targetads: {
			token: targetAds.token,
			projectId: String(targetAds.projectId),
			baseUrl: targetAds.baseUrl,
		},
		promopages: { token: promoPages.token, baseUrl: promoPages.baseUrl },
		mytarget: { token: myTarget.accessToken, baseUrl: myTarget.baseUrl },
		adfox: { token: adfox.token, baseUrl: adfox.baseUrl },
	};
}

/** Accounts that differ from the sheets on purpose. */
export const differing: SandboxOptions = {
	targetAds: { campaignsKey: 'meta', envelope: 'Rows', emptyTokenBody: true, jobDialect: 'flat' },
	promoPages: { tokenType: 'OAuth', lastPage: 'bare', publishers: 1, campaigns: [3], undocumented: false },
	myTarget: { authErrorBody: 'wrapped', leadsVisible: false, periodCount: 'total', budget: false },
	adfox: {
		authHeaders: ['Authorization'],
		authFailure: 'http-401',
		charset: 'windows-1251',
		counters: 'links',
		emptyData: 'missing',
	},
};

/** By platform, what each planted difference has to be called. */
export const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	targetads: {
		'fields of the answer about the token': 'an empty body',
		'key of the list of placements': 'meta',
		'envelope of raw data': 'Rows, CountRows, Columns',
		'the list has a count': 'missing',
		'a job for one day is ordered, documented body': 'HTTP 400',
	},
	promopages: {
		'cabinets by the word Bearer': 'HTTP 401',
		'keys of paging on a page with nothing behind it': 'none of them',
		'undocumented columns': 'none of them',
	},
	mytarget: {
		'headers about limits': 'no such header',
		'form of the refusal of a token': 'error with code, message',
		'what the count of statistics v3 counts': 'more than was returned',
		'leads since yesterday (no field of a lead is looked at)': 'HTTP 404',
	},
	adfox: {
		'the same by X-Yandex-API-Key': 'HTTP 401',
		'form of the refusal of a token': 'no XML of a response',
		'charset in the header': 'windows-1251',
		'encoding in the XML declaration': 'windows-1251',
		'place of the page counters': 'in links',
		'form of an empty list': 'no element data',
	},
};
