import { CREDENTIAL, Harness, NODE } from '../nodes/MyTarget/harness';
import { describeWrites } from './writes/describe-writes';
import { myTargetWrites } from './writes/my-target';

describeWrites({
	node: NODE,
	credentialType: CREDENTIAL,
	open: Harness.open,
	options: { myTarget: { campaigns: 12, banners: 5 }, adfox: { banners: 2 } },
	writes: myTargetWrites,
});
