/** Names that do not come apart by their capitals. */
const SPECIAL: Readonly<Record<string, string>> = {
	eMail: 'Email',
	kind_id: 'Kind ID',
	cpm: 'CPM',
	cpc: 'CPC',
	cpv: 'CPV',
	targetCPC: 'Target CPC',
	pct: 'PCT',
	plp: 'PLP',
	pli: 'PLI',
	pop: 'POP',
	minCtr: 'Min CTR',
	minVtr: 'Min VTR',
	sendToErir: 'Send to ERIR',
	url: 'URL',
	ZIPCode: 'ZIP Code',
	actionObjectID2: 'Site ID (Action Object ID 2)',
};

/** "maxImpressionsPerDay" -> "Max Impressions per Day", as the editor shows it. */
export function displayNameOf(name: string): string {
	const special = SPECIAL[name];
	if (special !== undefined) return special;
	const words = name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
		.replace(/\bIDs\b|\bI Ds\b/, 'IDs');
	return words.charAt(0).toUpperCase() + words.slice(1).replace(/ Per\b/g, ' per');
}
