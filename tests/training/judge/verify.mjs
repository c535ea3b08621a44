// The outside judge, offline. Standard input: {credential, did, contexts}; standard output: true or false.
import {readFileSync} from 'node:fs';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

const given = JSON.parse(readFileSync(0, 'utf8'));
const documents = {...given.contexts, [given.did.id]: given.did};
for(const method of given.did.verificationMethod) {
  documents[method.id] = {'@context': 'https://w3id.org/security/multikey/v1', ...method};
}

const documentLoader = async url => {
  if(url in documents) {
    return {contextUrl: null, documentUrl: url, document: documents[url]};
  }
  return vc.defaultDocumentLoader(url); // the W3C's own contexts, which come with it
};

const {verified} = await vc.verifyCredential({
  credential: given.credential,
  documentLoader,
  suite: new DataIntegrityProof({cryptosuite}),
  checkStatus: async () => ({verified: true}), // the list is judged by itself
});
console.log(JSON.stringify(verified));
