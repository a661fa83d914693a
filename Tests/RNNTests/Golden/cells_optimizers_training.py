"""Writes golden_keras_3.15.1.json: outputs and gradients of recurrent layers,
steps of optimizers, and the five questions' training, in Keras 3.15.1.

    python3 -m venv keras && keras/bin/pip install keras==3.15.1 jax
    keras/bin/python cells_optimizers_training.py
"""
import os, json
os.environ['KERAS_BACKEND']='jax'; os.environ['JAX_PLATFORMS']='cpu'
os.environ['XLA_FLAGS']='--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1'
import jax; jax.config.update('jax_enable_x64',True)
import keras, numpy as np, warnings; warnings.filterwarnings('ignore')
keras.backend.set_floatx('float64'); keras.config.set_dtype_policy('float64')
from keras.src.backend.common import dtypes as _d; _d.BIT64_TO_BIT32_DTYPE.clear()
from keras import layers
def fill(shape,a=0.5,o=1.0): n=int(np.prod(shape)); return (a*np.sin(o+np.arange(n))).reshape(shape)
B,T,D,H=2,4,3,2
x=np.cos(0.7*np.arange(B*T*D)).reshape(B,T,D); mask=np.array([[1,1,1,0],[0,1,0,1]],bool)
out={'_doc':'keras %s jax float64. weight k of a layer = 0.5*sin(1+k*100+i), i row-major; x=cos(0.7*i) [2,4,3]; coef for loss = cos(i) over output; loss=sum(out*coef)'%keras.__version__,'x':x.tolist(),'mask':mask.tolist(),'cases':{}}
def case(name,mk,m=None):
    L=mk(); L.build((B,T,D))
    for k,w in enumerate(L.weights):
        w.assign(fill(w.shape,o=1.0+100*k))
    tv=[v.value for v in L.trainable_variables]; ntv=[v.value for v in L.non_trainable_variables]
    def f(tv,x):
        o,_=L.stateless_call(tv,ntv,x,mask=m) if m is not None else L.stateless_call(tv,ntv,x)
        o0=o[0] if isinstance(o,(tuple,list)) else o
        c=np.cos(np.arange(int(np.prod(o0.shape)))).reshape(o0.shape)
        return (o0*c).sum(), o
    (l,o),(gw,gx)=jax.value_and_grad(f,argnums=(0,1),has_aux=True)(tv,x)
    out['cases'][name]={'weights':[{'name':w.path.split('/')[-1] if 'ward' not in w.path else '/'.join(w.path.split('/')[-3:]),'shape':list(w.shape)} for w in L.weights],
      'output':[np.asarray(t).tolist() for t in (o if isinstance(o,(tuple,list)) else [o])],'loss':float(l),'grad_w':[np.asarray(g).tolist() for g in gw],'grad_x':np.asarray(gx).tolist()}
case('SimpleRNN_last',lambda:layers.SimpleRNN(H,dtype='float64'))
case('SimpleRNN_seq_state',lambda:layers.SimpleRNN(H,dtype='float64',return_sequences=True,return_state=True))
case('SimpleRNN_mask_last',lambda:layers.SimpleRNN(H,dtype='float64'),mask)
case('SimpleRNN_mask_seq',lambda:layers.SimpleRNN(H,dtype='float64',return_sequences=True),mask)
case('SimpleRNN_mask_seq_zero',lambda:layers.SimpleRNN(H,dtype='float64',return_sequences=True,zero_output_for_mask=True),mask)
case('SimpleRNN_backwards_seq',lambda:layers.SimpleRNN(H,dtype='float64',return_sequences=True,go_backwards=True))
case('LSTM_last',lambda:layers.LSTM(H,dtype='float64')); case('LSTM_seq_state',lambda:layers.LSTM(H,dtype='float64',return_sequences=True,return_state=True)); case('LSTM_mask_seq',lambda:layers.LSTM(H,dtype='float64',return_sequences=True),mask)
case('GRU_after_seq',lambda:layers.GRU(H,dtype='float64',return_sequences=True)); case('GRU_before_seq',lambda:layers.GRU(H,dtype='float64',reset_after=False,return_sequences=True)); case('GRU_mask_seq',lambda:layers.GRU(H,dtype='float64',return_sequences=True),mask)
for mm in ('concat','sum','mul','ave'): case('Bi_SimpleRNN_last_'+mm,lambda:layers.Bidirectional(layers.SimpleRNN(H,dtype='float64'),merge_mode=mm))
case('Bi_LSTM_seq_concat',lambda:layers.Bidirectional(layers.LSTM(H,dtype='float64',return_sequences=True))); case('Bi_SimpleRNN_mask_seq_concat',lambda:layers.Bidirectional(layers.SimpleRNN(H,dtype='float64',return_sequences=True)),mask)
# optimizers: 5 steps on f(w)=sum(0.5*c_i*w_i^2), w0=[1,-2,3], c=[1,10,0.1]
c=np.array([1,10,.1]); opt={}
for nm,mk in {'SGD':lambda:keras.optimizers.SGD(),'SGD_mom0.9':lambda:keras.optimizers.SGD(momentum=.9),'SGD_nesterov':lambda:keras.optimizers.SGD(momentum=.9,nesterov=True),'RMSprop':lambda:keras.optimizers.RMSprop(),'Adagrad':lambda:keras.optimizers.Adagrad(),'Adam':lambda:keras.optimizers.Adam(),'Adam_amsgrad':lambda:keras.optimizers.Adam(amsgrad=True),'AdamW':lambda:keras.optimizers.AdamW(),'Nadam':lambda:keras.optimizers.Nadam(),'Adam_clipnorm1':lambda:keras.optimizers.Adam(clipnorm=1.),'SGD_clipvalue0.5':lambda:keras.optimizers.SGD(clipvalue=.5),'SGD_globalclip1':lambda:keras.optimizers.SGD(global_clipnorm=1.)}.items():
    v=keras.Variable(np.array([1.,-2.,3.]),dtype='float64'); o=mk(); tr=[]
    for _ in range(5): o.apply([c*np.asarray(v.value)],[v]); tr.append(np.asarray(v.value).tolist())
    opt[nm]=tr
out['optimizers']={'w0':[1,-2,3],'c':c.tolist(),'traj':opt}
# end-to-end: seed Q/A model with formula weights, Adam, full batch, 20 epochs (shuffle irrelevant: one batch)
Xq=np.array([[0,1,2,3,5],[0,0,6,7,4],[0,1,2,3,8],[0,9,10,4,11],[1,2,3,12,13]],'float64')[...,None]; yq=np.array([0,1,0,2,3])
def qa(opt):
    m=keras.Sequential([keras.Input((5,1)),layers.SimpleRNN(6,dtype='float64'),layers.Dense(4,activation='softmax')])
    for k,w in enumerate(m.weights): w.assign(fill(w.shape,a=0.3,o=1.+100*k))
    m.compile(opt,'sparse_categorical_crossentropy',metrics=['accuracy']); h=m.fit(Xq,yq,epochs=20,shuffle=False,verbose=0)
    return {'loss':h.history['loss'],'accuracy':h.history['accuracy'],'final':[float(t) for t in m.evaluate(Xq,yq,verbose=0)],'pred':m.predict(Xq,verbose=0).tolist()}
out['qa20']={'note':'units=6, weights 0.3*sin(1+100k+i)','adam':qa('adam'),'sgd':qa('sgd'),'rmsprop':qa('rmsprop')}
json.dump(out,open('golden_keras_3.15.1.json','w'),indent=0); print(len(json.dumps(out)))
print('adam',opt['Adam']); print('qa adam loss',out['qa20']['adam']['loss'][:3],out['qa20']['adam']['loss'][-1],out['qa20']['adam']['final'])
