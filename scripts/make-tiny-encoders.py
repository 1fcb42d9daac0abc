# Makes what the tests of ONNX scorers run on, and what Python computes with it: packages/models/fixtures/.
#
#   pip install torch torchvision transformers tokenizers sentencepiece protobuf onnx onnxscript 'pillow<13'
#   python scripts/make-tiny-encoders.py [PHOTOS]
#
# tiny-clip: two towers of random weights in the layout of immich's exports, one image a run, int32 tokens, QuickGELU.
# tiny-siglip: the same with a sigmoid's scale and bias, a model.json, and batches of any size.
# reference.json: numbers of torch, torchvision, Pillow and tokenizers; of PHOTOS (items.jsonl and its JPEGs) only hashes,
# vectors and scores are kept. Weights are large, so that scores differ between images and between captions.
import hashlib, json, math, pathlib, sys, tempfile

import numpy as np
import onnx, PIL, sentencepiece, tokenizers, torch, torchvision, transformers
from PIL import Image
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from torchvision import transforms
from torchvision.transforms import InterpolationMode

ROOT = pathlib.Path(__file__).resolve().parent.parent / "packages/models/fixtures"
PHOTOS = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
SEED = 7

OBJECTS = "man woman boy girl dog cat horse sheep elephant bear bird car bus train truck boat bicycle motorcycle bench table chair couch bed kitchen bathroom street field beach snow water tree grass plate pizza sandwich cake bowl orange apple banana broccoli laptop keyboard mouse phone television book clock vase umbrella bag hat shirt tie skateboard surfboard skis ball bat glove racket kite frisbee sign light fire hydrant building window door room wall floor".split()
ATTRIBUTES = "red blue green yellow white black brown gray orange pink purple small large big little young old tall short long wooden metal glass plastic empty full open closed wet dry dirty clean bright dark striped spotted".split()
RELATIONS = ["on", "in", "under", "near", "next to", "behind", "in front of", "above", "below", "holding", "wearing", "riding", "eating", "looking at", "standing on", "sitting on", "parked near", "covered with", "filled with", "surrounded by"]
SENTENCES = [
    f"A {a} {o} is {r} the {b} {p}." for i, o in enumerate(OBJECTS) for j, r in enumerate(RELATIONS)
    for a, b, p in [(ATTRIBUTES[(i + j) % len(ATTRIBUTES)], ATTRIBUTES[(i * 3 + j * 7 + 1) % len(ATTRIBUTES)], OBJECTS[(i * 5 + j * 11 + 2) % len(OBJECTS)])]
] + [f"Two {o}s and {n} other things, it's not {r} them!" for n, o in enumerate(OBJECTS) for r in RELATIONS[:6]]

CAPTIONS = [
    "A red ball on a blue table.", "", " ", "a", "Zebra-striped umbrella, isn't it?", "THE MAN'S DOG  RUNS\tfast\n",
    "naïve café in Zürich", "éclair (decomposed e)", "100 sheep and 25 cats", "a dog & a cat", "3.5% of people_said so",
    "犬と猫", "собака на столе", "emoji 🐶 and 👩‍👩‍👧", "it's we've they'll I'd you're don't", "“quotes” — and … dots",
    "a￼b Ａ ﬁne ² ½", "<|startoftext|> in the middle", "</s> and <unk>", "word " * 100, "x" * 400, "'s 'T 'RE",
    "a dog\u00a0with\u3000spaces", "soft\u00adhyphen and zero\u200bwidth", "tab\tand\rreturn", "ÅNGSTRÖM İstanbul STRASSE ß",
    "a man ▁ with a block", "\u0000\u0007 control", "a,b;c:d!e?f", "the the the", "  leading and trailing  ",
]


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


def clip_tokenizer():
    start, end = "<|startoftext|>", "<|endoftext|>"
    tokenizer = Tokenizer(models.BPE(unk_token=end, continuing_subword_prefix="", end_of_word_suffix="</w>", fuse_unk=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()])
    words = r"""'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"""
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(words), behavior="removed", invert=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=900, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), end_of_word_suffix="</w>", special_tokens=[], show_progress=False)
    tokenizer.train_from_iterator(SENTENCES, trainer)
    # As in CLIP: every byte, every byte at the end of a word, merges, then the two special tokens.
    trained = json.loads(tokenizer.to_str())["model"]
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    merges = [tuple(merge) for merge in trained["merges"]]
    names = alphabet + [letter + "</w>" for letter in alphabet] + ["".join(merge) for merge in merges]
    vocabulary = {name: i for i, name in enumerate(dict.fromkeys(names))}
    for special in (start, end):
        vocabulary[special] = len(vocabulary)
    tokenizer.model = models.BPE(vocab=vocabulary, merges=merges, unk_token=end, continuing_subword_prefix="", end_of_word_suffix="</w>", fuse_unk=False)
    tokenizer.add_special_tokens([start, end])
    tokenizer.post_processor = processors.RobertaProcessing((end, vocabulary[end]), (start, vocabulary[start]), trim_offsets=False, add_prefix_space=False)
    return tokenizer


def siglip_tokenizer():
    with tempfile.TemporaryDirectory() as folder:
        prefix = f"{folder}/spiece"
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(SENTENCES), model_prefix=prefix, model_type="unigram", vocab_size=600, hard_vocab_limit=False, character_coverage=1.0,
            normalization_rule_name="nmt_nfkc", pad_id=0, eos_id=1, unk_id=2, bos_id=-1, num_threads=1, minloglevel=2)
        model = sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
        from sentencepiece import sentencepiece_model_pb2
        proto = sentencepiece_model_pb2.ModelProto()
        proto.ParseFromString(pathlib.Path(prefix + ".model").read_bytes())
    tokenizer = Tokenizer(models.Unigram([(piece.piece, piece.score) for piece in proto.pieces], unk_id=2, byte_fallback=False))
    # The pipeline of T5's tokenizer.json, which SigLIP's exports have.
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.Precompiled(proto.normalizer_spec.precompiled_charsmap), normalizers.Replace(Regex(" {2,}"), "▁")])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")])
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens(["<pad>", "</s>", "<unk>"])
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    assert len(model) == tokenizer.get_vocab_size()
    return tokenizer


def enlarge(model, image_gain, text_gain):
    """Random weights at which what goes in matters for what comes out."""
    generator = torch.Generator().manual_seed(SEED)
    for name, weights in model.named_parameters():
        if weights.ndim >= 2:
            fan_in = weights[0].numel() if "embedding" not in name or "patch" in name else 1
            gain = image_gain if "patch_embedding" in name else text_gain if "token_embedding" in name else 1.4
            weights.data = torch.randn(weights.shape, generator=generator) * gain / math.sqrt(fan_in)
        elif "norm" not in name and name.endswith("bias") and weights.numel() > 1:
            weights.data = torch.randn(weights.shape, generator=generator) * 0.1
    return model.eval()


class ImageTower(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, image):
        features = self.model.get_image_features(pixel_values=image)
        features = getattr(features, "pooler_output", features)
        return features / features.norm(dim=-1, keepdim=True)


class TextTower(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, text):
        features = self.model.get_text_features(input_ids=text)
        features = getattr(features, "pooler_output", features)
        return features / features.norm(dim=-1, keepdim=True)


def export(tower, example, name, path, dynamic):
    path.parent.mkdir(parents=True, exist_ok=True)
    shapes = ({0: torch.export.Dim("batch", min=1, max=4096)},) if dynamic else None
    torch.onnx.export(tower, (example,), str(path), input_names=[name], output_names=["the_output"], dynamo=True, external_data=False, dynamic_shapes=shapes, optimize=True, verbose=False)
    graph = onnx.load(path)
    # A value inside may have the name that exports give their output.
    names = {"embedding": "embedding_inside", "the_output": "embedding"}
    for node in graph.graph.node:
        node.input[:] = [names.get(one, one) for one in node.input]
        node.output[:] = [names.get(one, one) for one in node.output]
    for value in [*graph.graph.output, *graph.graph.initializer]:
        value.name = names.get(value.name, value.name)
    # Stack traces of this machine say nothing about the model.
    for node in graph.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    for value in [*graph.graph.value_info, *graph.graph.input, *graph.graph.output, *graph.graph.initializer]:
        del value.metadata_props[:]
    del graph.graph.metadata_props[:], graph.metadata_props[:], graph.graph.value_info[:]
    onnx.save(graph, path)


def make_clip():
    tokenizer = clip_tokenizer()
    end = tokenizer.token_to_id("<|endoftext|>")
    config = transformers.CLIPConfig(
        projection_dim=16,
        text_config=dict(vocab_size=tokenizer.get_vocab_size(), hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, max_position_embeddings=77, hidden_act="quick_gelu", bos_token_id=end - 1, eos_token_id=end, pad_token_id=end),
        vision_config=dict(hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, image_size=224, patch_size=16, hidden_act="quick_gelu"),
    )
    config._attn_implementation = "eager"
    torch.manual_seed(SEED)
    model = enlarge(transformers.CLIPModel(config), 0.6, 1.0)
    folder = ROOT / "tiny-clip"
    export(ImageTower(model).eval(), torch.randn(1, 3, 224, 224), "image", folder / "visual/model.onnx", False)
    export(TextTower(model).eval(), torch.full((1, 77), end, dtype=torch.int32), "text", folder / "textual/model.onnx", False)
    folder.joinpath("textual/tokenizer.json").write_text(tokenizer.to_str(pretty=False) + "\n", encoding="utf8")
    write_json(folder / "textual/tokenizer_config.json", {"pad_token": "<|endoftext|>", "model_max_length": 77})
    write_json(folder / "visual/preprocess_cfg.json", PREPARATIONS["clip"])
    write_json(folder / "config.json", {"embed_dim": 16, "vision_cfg": {"image_size": 224}, "text_cfg": {"context_length": 77, "vocab_size": tokenizer.get_vocab_size()}, "quick_gelu": True})
    tokenizer.enable_truncation(77)
    tokenizer.enable_padding(length=77, pad_id=end, pad_token="<|endoftext|>")
    return model, tokenizer, PREPARATIONS["clip"], 1.0, 0.0, lambda text: text


def make_siglip():
    tokenizer = siglip_tokenizer()
    config = transformers.SiglipConfig(
        text_config=dict(vocab_size=tokenizer.get_vocab_size(), hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, max_position_embeddings=64, pad_token_id=1, projection_size=32),
        vision_config=dict(hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, image_size=96, patch_size=16),
    )
    config._attn_implementation = "eager"
    torch.manual_seed(SEED)
    model = enlarge(transformers.SiglipModel(config), 0.6, 1.0)
    folder = ROOT / "tiny-siglip"
    export(ImageTower(model).eval(), torch.randn(2, 3, 96, 96), "pixel_values", folder / "image.onnx", True)
    export(TextTower(model).eval(), torch.ones((2, 64), dtype=torch.int64), "input_ids", folder / "text.onnx", True)
    folder.joinpath("tokenizer.json").write_text(tokenizer.to_str(pretty=False) + "\n", encoding="utf8")
    scale, bias = 12.5, -2.25
    preparation = PREPARATIONS["siglip"]
    write_json(folder / "model.json", {
        "schema": "observatory/dual-encoder@1", "name": "tiny-siglip",
        "image": {"graph": "image.onnx", "size": 96, "resize": "squash", "interpolation": "bicubic", "mean": preparation["mean"], "std": preparation["std"],
                  "sha256": hashlib.sha256((folder / "image.onnx").read_bytes()).hexdigest()},
        "text": {"graph": "text.onnx", "tokenizer": "tokenizer.json", "contextLength": 64, "pad": "</s>", "clean": "canonicalize"},
        "logit": {"scale": scale, "bias": bias},
    })
    tokenizer.enable_truncation(64)
    tokenizer.enable_padding(length=64, pad_id=1, pad_token="</s>")
    return model, tokenizer, preparation, scale, bias, canonicalize


def canonicalize(text):
    """open_clip's cleaning of captions for SigLIP, less ftfy and HTML."""
    import string
    return " ".join(text.replace("_", " ").translate(str.maketrans("", "", string.punctuation)).lower().split())


PREPARATIONS = {
    "clip": {"size": [224, 224], "mode": "RGB", "mean": [0.48145466, 0.4578275, 0.40821073], "std": [0.26862954, 0.26130258, 0.27577711], "interpolation": "bicubic", "resize_mode": "shortest", "fill_color": 0},
    "siglip": {"size": [96, 96], "mode": "RGB", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5], "interpolation": "bicubic", "resize_mode": "squash", "fill_color": 0},
    "mobileclip": {"size": [256, 256], "mode": "RGB", "mean": [0.0, 0.0, 0.0], "std": [1.0, 1.0, 1.0], "interpolation": "bilinear", "resize_mode": "shortest", "fill_color": 0},
}


def prepare(image, config):
    """torchvision's transforms as open_clip composes them."""
    size, mode = config["size"][0], InterpolationMode(config["interpolation"])
    squash = config["resize_mode"] == "squash"
    steps = [transforms.Resize((size, size) if squash else size, interpolation=mode), transforms.CenterCrop(size), transforms.ToTensor(), transforms.Normalize(config["mean"], config["std"])]
    return transforms.Compose(steps)(image.convert("RGB"))


def sha256(array):
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


def drawn_image(width, height):
    """A picture by formula, the same in any language: sharp edges beside slopes."""
    y, x = np.mgrid[0:height, 0:width]
    red = (x * 7 + y * 13) % 256
    green = np.where((x // 5 + y // 3) % 2 == 0, 255, 0)
    blue = (x * y) % 251
    return np.stack([red, green, blue], axis=-1).astype(np.uint8)


def resamples():
    cases = []
    for width, height in [(337, 211), (50, 64), (3, 5), (1, 1), (224, 300)]:
        image = Image.fromarray(drawn_image(width, height))
        for out in [(224, 224), (96, 30), (1, 7), (width, 40), (500, 333)]:
            for name in ["bilinear", "bicubic", "lanczos"]:
                result = image.resize(out, getattr(Image.Resampling, name.upper()))
                cases.append({"from": [width, height], "to": list(out), "interpolation": name, "sha256": sha256(np.asarray(result))})
    return cases


def rounded(values):
    return [round(float(value), 7) for value in values]


def evaluate(made, photos):
    model, tokenizer, preparation, scale, bias, clean = made
    pad = [encoding.ids for encoding in tokenizer.encode_batch([clean(text) for text in CAPTIONS])]
    last = pad[0][-1]
    trimmed = [ids[: max([i for i, one in enumerate(ids) if one != last], default=-1) + 2] for ids in pad]
    result = {"captions": trimmed}
    with torch.no_grad():
        texts = TextTower(model)(torch.tensor(pad, dtype=torch.int64))
        result["texts"] = [rounded(row) for row in texts]
        if photos is None:
            return result
        files = sorted(path.name for path in PHOTOS.glob("*.jpg"))
        prepared = {file: prepare(Image.open(PHOTOS / file), preparation) for file in files}
        images = {file: ImageTower(model)(prepared[file][None])[0] for file in files}
        result["images"] = {file: rounded(images[file]) for file in files}
        result["scores"] = {}
        for item in photos:
            captions = [clean(item["caption"]), clean(item["negative_caption"])]
            ids = torch.tensor([encoding.ids for encoding in tokenizer.encode_batch(captions)], dtype=torch.int64)
            scores = TextTower(model)(ids).double() @ images[item["file"]].double() * scale + bias
            result["scores"][f"{item['subset']}:{item['id']}"] = rounded(scores)
        # What would make equality cheap: scores that hardly differ.
        table = torch.stack([images[file] for file in files]) @ texts.T * scale
        print("spread over images", table.std(dim=0).mean().item(), "over captions", table.std(dim=1).mean().item())
    return result


def main():
    photos = None if PHOTOS is None else [json.loads(line) for line in (PHOTOS / "items.jsonl").open()]
    reference = {
        "made": {"torch": torch.__version__, "torchvision": torchvision.__version__, "transformers": transformers.__version__, "tokenizers": tokenizers.__version__, "pillow": PIL.__version__, "onnx": onnx.__version__, "seed": SEED},
        "captions": CAPTIONS, "preparations": PREPARATIONS, "resamples": resamples(),
        "tiny-clip": evaluate(make_clip(), photos), "tiny-siglip": evaluate(make_siglip(), photos),
    }
    if photos is not None:
        reference["prepared"] = {}
        for file in sorted(path.name for path in PHOTOS.glob("*.jpg")):
            image = Image.open(PHOTOS / file)
            reference["prepared"][file] = {"decoded": sha256(np.asarray(image.convert("RGB"))), **{name: sha256(prepare(image, config).numpy()) for name, config in PREPARATIONS.items()}}
    write_json(ROOT / "reference.json", reference)


main()
